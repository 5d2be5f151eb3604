package dev.heddle.load;

import java.util.concurrent.TimeUnit;

/**
 * How the driver waits for the next arrival. Its thread's timer slack is lowered to the least where
 * the system allows that.
 */
public enum Pacing {
  /** Parks until the time has come: costs no CPU, and comes as late as the system wakes it. */
  PARK(0),
  /** Parks until shortly before, and spins for the rest. */
  SHORT_SPIN(TimeUnit.MICROSECONDS.toNanos(60)),
  /** Spins all the time, on a core of its own. */
  SPIN(Long.MAX_VALUE);

  private final long spinNanos;

  Pacing(long spinNanos) {
    this.spinNanos = spinNanos;
  }

  /** For how long before the time it spins. */
  long spinNanos() {
    return spinNanos;
  }
}
