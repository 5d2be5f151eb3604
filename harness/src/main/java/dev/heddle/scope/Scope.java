package dev.heddle.scope;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Joiner;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A {@link StructuredTaskScope} of JDK 25, whose every use is in this file because later JDKs
 * change the API. Its rules hold unchanged: only the thread that opened it forks, joins (once) and
 * closes.
 *
 * @param <T> the type of what the subtasks return
 * @param <R> the type of what join returns
 */
@SuppressWarnings("preview")
public final class Scope<T, R> implements AutoCloseable {

  private interface Join<R> {
    R join() throws InterruptedException;
  }

  private final StructuredTaskScope<T, ?> scope;
  private final Join<R> join;

  private Scope(StructuredTaskScope<T, ?> scope, Join<R> join) {
    this.scope = scope;
    this.join = join;
  }

  /** A scope whose join waits for all subtasks, however they end, and cancels nothing. */
  public static Scope<Object, Boolean> awaitAll() {
    StructuredTaskScope<Object, Void> scope = StructuredTaskScope.open(Joiner.awaitAll());
    return new Scope<>(
        scope,
        () -> {
          scope.join();
          return true;
        });
  }

  /**
   * A scope whose join yields the results in the order of the forks, or throws at the first
   * failure, cancelling.
   */
  public static <T> Scope<T, List<T>> allSuccessfulOrThrow() {
    StructuredTaskScope<T, Stream<Subtask<T>>> scope =
        StructuredTaskScope.open(Joiner.<T>allSuccessfulOrThrow());
    return new Scope<>(scope, () -> scope.join().map(Subtask::get).toList());
  }

  /**
   * A scope whose join waits for all subtasks and yields how they ended, in the order of the forks,
   * as the two functions see it.
   */
  public static <T, R> Scope<T, List<R>> awaitAll(
      Function<? super T, ? extends R> succeeded, Function<? super Throwable, ? extends R> failed) {
    StructuredTaskScope<T, Stream<Subtask<T>>> scope =
        StructuredTaskScope.open(Joiner.<T>allUntil(subtask -> false));
    return new Scope<>(
        scope,
        () ->
            scope
                .join()
                .<R>map(
                    subtask ->
                        subtask.state() == Subtask.State.SUCCESS
                            ? succeeded.apply(subtask.get())
                            : failed.apply(subtask.exception()))
                .toList());
  }

  /**
   * A scope whose join yields the first result, cancelling the other subtasks, or throws the
   * failure of one if all failed.
   */
  public static <T> Scope<T, T> anySuccessfulOrThrow() {
    StructuredTaskScope<T, T> scope =
        StructuredTaskScope.open(Joiner.<T>anySuccessfulResultOrThrow());
    return new Scope<>(scope, scope::join);
  }

  /** The same; where the limit, counted from now, passes before that, all are cancelled. */
  public static <T> Scope<T, T> anySuccessfulOrThrow(Duration limit) {
    StructuredTaskScope<T, T> scope =
        StructuredTaskScope.open(
            Joiner.<T>anySuccessfulResultOrThrow(), config -> config.withTimeout(limit));
    return new Scope<>(scope, scope::join);
  }

  /** Starts a subtask in a virtual thread of its own. */
  public void fork(Callable<? extends T> body) {
    scope.fork(body);
  }

  /** Starts a subtask that is run for its effect. */
  public void fork(Runnable body) {
    scope.fork(body);
  }

  /**
   * Waits for the subtasks as the scope was opened to.
   *
   * @throws InterruptedException if the owner is interrupted; the subtasks run on, and join cannot
   *     be called again
   */
  public R join() throws InterruptedException {
    return join.join();
  }

  /** Cancels what still runs and waits for it. */
  @Override
  public void close() {
    scope.close();
  }
}
