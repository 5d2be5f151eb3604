package dev.heddle.profile;

import dev.heddle.benchmarks.LastBound;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;

/**
 * Adds to the results of Heddle's benchmarks how long an operation takes at least, whoever runs it:
 * {@code bound}, in µs, by arithmetic on what the children sleep or wait for and on how many can
 * run at once. It measures nothing. Where there is no such bound it adds nothing.
 */
public final class Bound implements InternalProfiler {

  private static final double NANOS_PER_MICRO = TimeUnit.MICROSECONDS.toNanos(1);

  /** For JMH. */
  public Bound() {}

  @Override
  public String getDescription() {
    return "The least time of an operation, by arithmetic";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    // Nothing is measured.
  }

  @Override
  public Collection<? extends Result<?>> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    Duration least = LastBound.get();
    return least.isZero()
        ? List.of()
        : List.of(Figures.of("bound", least.toNanos() / NANOS_PER_MICRO, "us/op"));
  }
}
