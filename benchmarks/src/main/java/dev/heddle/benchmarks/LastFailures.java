package dev.heddle.benchmarks;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Hands the times of an iteration over to the profiler that adds them to its result. */
public final class LastFailures {

  private static final AtomicReference<Optional<FailureTimes>> LAST =
      new AtomicReference<>(Optional.empty());

  private LastFailures() {}

  /** Takes the times of the iteration that ended last, if they were not taken yet. */
  public static Optional<FailureTimes> take() {
    return LAST.getAndSet(Optional.empty());
  }

  static void put(FailureTimes times) {
    LAST.set(Optional.of(times));
  }
}
