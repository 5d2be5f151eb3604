package dev.heddle.idiom;

import dev.heddle.task.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * asyncio's patterns as people write them by hand on one model's primitives. Each promises less
 * than the contract; {@link Idiom#gaps} says what is missing. All of them block the caller, who
 * stands outside any event loop.
 *
 * @param <J> what a job is in such code: a call that blocks, or what starts a future
 */
public interface ByHand<J> extends AutoCloseable {

  /** Makes the jobs that the patterns take. */
  Jobs<J> jobs();

  /** Runs jobs concurrently and returns their values in argument order. */
  List<Object> gather(List<J> jobs) throws Exception;

  /** Runs jobs concurrently and returns how each of them ended, in argument order. */
  List<Outcome<Object>> outcomes(List<J> jobs) throws Exception;

  /**
   * Waits until one of the jobs has ended, and tells how it did; the others run on.
   *
   * @throws UnsupportedOperationException if people have no form of it
   */
  Outcome<Object> firstCompleted(List<J> jobs) throws Exception;

  /** Gives the consumer, on the caller's thread, how the jobs ended, in the order of their ends. */
  void asCompleted(List<J> jobs, Consumer<Outcome<Object>> consumer) throws Exception;

  /** Runs jobs concurrently, all or none: the first failure cancels the others and is thrown. */
  List<Object> group(List<J> jobs) throws Exception;

  /** Runs a job under a time limit, at which it is cancelled. */
  Object within(J job, Duration limit) throws Exception;

  /** Gather with at most {@code limit} jobs running at once. */
  List<Object> bounded(List<J> jobs, int limit) throws Exception;

  /** Returns the first value in time and cancels the others. */
  Object race(List<J> jobs) throws Exception;

  /** Exchanges that have begun and not ended, whoever waits for them. A snapshot. */
  int exchangesInFlight();

  /** Ends what still runs, every thread and every connection. */
  @Override
  void close();
}
