package dev.heddle.benchmarks;

import dev.heddle.load.LoadReport;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Hands the report of a benchmark's run over to the profiler that adds its figures. */
public final class LastLoad {

  private static final AtomicReference<Optional<LoadReport>> LAST =
      new AtomicReference<>(Optional.empty());

  private LastLoad() {}

  /** Takes the report of the run that ended last, if it was not taken yet. */
  public static Optional<LoadReport> take() {
    return LAST.getAndSet(Optional.empty());
  }

  static void put(LoadReport report) {
    LAST.set(Optional.of(report));
  }
}
