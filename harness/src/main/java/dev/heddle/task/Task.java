package dev.heddle.task;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * A started plan, as asyncio's {@code Task}: it can be named, cancelled and awaited by anybody who
 * holds it.
 *
 * <p>{@link #cancel} is a request. The task is done when its body has ended, clean-up included, and
 * the body decides how: with a value if it swallowed the request, with a failure, or cancelled.
 * Every method may be called from any thread; {@link #await} may not be called on a thread of an
 * event-driven model.
 *
 * @param <R> the type of the result
 */
public interface Task<R> {

  /** The name given at the start, {@code Task-<n>} by default; it stays readable after the end. */
  String name();

  /** Renames the task. */
  void setName(String name);

  /**
   * Requests cancellation.
   *
   * @return true if the task was unfinished and the request was recorded; the task is not done yet
   *     then. False if it had already ended, whose outcome is kept.
   */
  boolean cancel();

  /** Where the task is now, in the words of {@link java.util.concurrent.Future.State}. */
  Future.State state();

  /** Whether the body has ended, however it ended. */
  default boolean isDone() {
    return state() != Future.State.RUNNING;
  }

  /** Whether the task has ended cancelled. False while a request is still under way. */
  default boolean isCancelled() {
    return state() == Future.State.CANCELLED;
  }

  /**
   * How the task ended. A failure that was seen here (or through {@link #result}, {@link
   * #exception} or {@link #await}) counts as retrieved and is not reported.
   *
   * @throws IllegalStateException if it has not ended
   */
  Outcome<R> outcome();

  /**
   * The value of a task that has ended.
   *
   * @throws IllegalStateException if it has not ended
   * @throws CancellationException if it was cancelled
   * @throws Exception the identical failure of the body
   */
  default R result() throws Exception {
    return outcome().get();
  }

  /**
   * The failure of a task that has ended; empty if it returned a value.
   *
   * @throws IllegalStateException if it has not ended
   * @throws CancellationException if it was cancelled
   */
  default Optional<Throwable> exception() {
    return switch (outcome()) {
      case Outcome.Success<R> success -> Optional.empty();
      case Outcome.Failure<R>(Throwable cause) -> Optional.of(cause);
      case Outcome.Cancelled<R>(CancellationException cause) -> throw cause;
    };
  }

  /**
   * Blocks until the task has ended. An interrupt of the waiting thread does not cancel the task:
   * from outside a plan one only looks on. (The {@code Await} node of a plan does pass a
   * cancellation on.)
   *
   * @throws InterruptedException if the waiting thread is interrupted
   * @throws IllegalStateException on a thread that must not block
   * @throws CancellationException if the task ended cancelled
   * @throws Exception the identical failure of the body
   */
  R await() throws Exception;

  /**
   * Calls {@code listener} once when the task has ended; at once, on the caller's thread, if it
   * already has.
   */
  void whenDone(Consumer<? super Task<R>> listener);

  /** Takes a listener back that has not been called; one that was never added is ignored. */
  void forget(Consumer<? super Task<R>> listener);
}
