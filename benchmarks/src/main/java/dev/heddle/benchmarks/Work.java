package dev.heddle.benchmarks;

import java.time.Duration;

/** What each child of a pattern does. */
public enum Work {
  /** Nothing: what remains is the pattern's own cost. */
  NO_OP,
  /** Suspends for {@link #SLEEP_TIME}. */
  SLEEP,
  /** One {@code GET /get} to the stub. */
  FETCH;

  /** How long a sleeping child sleeps; no operation over it can take less. */
  public static final Duration SLEEP_TIME = Duration.ofMillis(10);
}
