package dev.heddle.model;

import dev.heddle.task.Nanos;
import java.time.Duration;
import java.util.Optional;

/** Tells deadlines that they have passed. */
interface DeadlineClock {

  /**
   * Runs {@code action} after a time, once, on a thread that it must not hold up.
   *
   * @return calls it off; without effect once it has run
   */
  Runnable schedule(Runnable action, long nanos);

  /** Runs {@code action} after a time; at once if there is none, and never without a limit. */
  default Runnable after(Optional<Duration> limit, Runnable action) {
    if (limit.isEmpty()) {
      return () -> {};
    }
    long nanos = Nanos.of(limit.get());
    if (nanos > 0) {
      return schedule(action, nanos);
    }
    action.run();
    return () -> {};
  }
}
