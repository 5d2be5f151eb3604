package dev.heddle.benchmarks;

import dev.heddle.load.LoadReport;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Hands what a benchmark measured itself over to the profiler that adds it to the result: JMH knows
 * no other way. Any thread may use it.
 */
public final class Handover<T> {

  /** The report of the run that ended last. */
  public static final Handover<LoadReport> LOAD = new Handover<>();

  /** The times of the iteration that ended last. */
  public static final Handover<FailureTimes> FAILURES = new Handover<>();

  /** What the tasks held that were in flight last. */
  public static final Handover<CrowdReading> CROWD = new Handover<>();

  private final AtomicReference<Optional<T>> last = new AtomicReference<>(Optional.empty());

  private Handover() {}

  /** Takes what was put last, if it was not taken yet. */
  public Optional<T> take() {
    return last.getAndSet(Optional.empty());
  }

  void put(T measured) {
    last.set(Optional.of(measured));
  }
}
