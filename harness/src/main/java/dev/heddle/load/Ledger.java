package dev.heddle.load;

import dev.heddle.task.Outcome;
import dev.heddle.task.Task;
import dev.heddle.task.TimedOutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts and times one phase of a run. The driver's thread notes arrivals; whichever thread ends a
 * plan notes its end.
 */
final class Ledger {

  private final Timings response = new Timings();
  private final Timings service = new Timings();
  private final Timings lag = new Timings();
  private final LongAdder succeeded = new LongAdder();
  private final LongAdder failed = new LongAdder();
  private final LongAdder timedOut = new LongAdder();
  private final LongAdder cancelled = new LongAdder();
  private final AtomicLong lastEndNanos = new AtomicLong(Long.MIN_VALUE);
  private final FailureKinds failures = new FailureKinds();
  private long started;
  private long tooMany;
  private long refused;
  private long tooLate;

  void started(long lagNanos) {
    started++;
    lag.record(lagNanos);
  }

  void tooMany() {
    tooMany++;
  }

  void refused(Throwable cause) {
    refused++;
    failures.add(cause);
  }

  void tooLate() {
    tooLate++;
  }

  /** Notes the end of a plan, timed from when it was to start and from when it did. */
  void ended(Task<?> task, long intendedNanos, long startedNanos) {
    long now = System.nanoTime();
    response.record(now - intendedNanos);
    service.record(now - startedNanos);
    count(task.outcome());
    lastEndNanos.accumulateAndGet(now, Math::max);
  }

  /** The sum of all ends noted; may lag behind while plans are ending. */
  long ended() {
    return succeeded.sum() + failed.sum() + timedOut.sum() + cancelled.sum();
  }

  PhaseResult result(long beginNanos, long durationNanos) {
    long untilLast = Math.max(durationNanos, lastEndNanos.get() - beginNanos);
    Books books =
        new Books(
            started + tooMany + refused + tooLate,
            started,
            tooMany,
            refused,
            tooLate,
            succeeded.sum(),
            failed.sum(),
            timedOut.sum(),
            cancelled.sum(),
            started - ended());
    return new PhaseResult(
        books,
        response.snapshot(),
        service.snapshot(),
        lag.snapshot(),
        succeeded.sum() * 1e9 / untilLast,
        failures.counts());
  }

  private void count(Outcome<?> outcome) {
    switch (outcome) {
      case Outcome.Success<?> success -> succeeded.increment();
      case Outcome.Cancelled<?> cancellation -> cancelled.increment();
      case Outcome.Failure<?>(TimedOutException timeout) -> timedOut.increment();
      case Outcome.Failure<?>(Throwable cause) -> {
        failed.increment();
        failures.add(cause);
      }
    }
  }
}
