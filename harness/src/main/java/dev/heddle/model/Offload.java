package dev.heddle.model;

import dev.heddle.task.Outcome;
import dev.heddle.task.ThreadCancellation;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Where models that may not block run calls that may: a cached pool of platform threads, unbounded.
 */
final class Offload implements AutoCloseable {

  private final ExecutorService pool =
      Executors.newCachedThreadPool(
          Thread.ofPlatform().daemon().name("heddle-offload-", 0).factory());

  /**
   * Calls {@code body} on a thread that may block.
   *
   * @param end told once how it ended, on that thread
   * @return requests its cancellation; false if it has ended
   */
  <R> BooleanSupplier start(Callable<? extends R> body, Consumer<Outcome<R>> end) {
    ThreadCancellation cancellation = new ThreadCancellation();
    pool.execute(() -> end.accept(call(body, cancellation)));
    return cancellation::request;
  }

  private static <R> Outcome<R> call(Callable<? extends R> body, ThreadCancellation cancellation) {
    if (!cancellation.begin()) {
      return Outcome.of(new CancellationException("cancelled before it began"));
    }
    R value;
    try {
      value = body.call();
    } catch (Throwable thrown) {
      return cancellation.outcomeOf(thrown);
    }
    return cancellation.end()
        ? Outcome.of(new CancellationException("cancelled before its end"))
        : new Outcome.Success<>(value);
  }

  @Override
  public void close() {
    pool.close();
  }
}
