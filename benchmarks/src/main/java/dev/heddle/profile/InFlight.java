package dev.heddle.profile;

import dev.heddle.benchmarks.CrowdReading;
import dev.heddle.benchmarks.Handover;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;

/**
 * Adds to the results of {@code InFlightBenchmark.memory} what a task in flight holds: {@code heap}
 * and {@code rss} in bytes a task, the OS threads of all, and how long the whole took as a multiple
 * of the ideal.
 */
public final class InFlight implements InternalProfiler {

  /** For JMH. */
  public InFlight() {}

  @Override
  public String getDescription() {
    return "What tasks in flight hold";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    // The benchmark looks for itself.
  }

  @Override
  public Collection<? extends Result<?>> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    return Handover.CROWD.take().map(InFlight::results).orElse(List.of());
  }

  private static List<Result<?>> results(CrowdReading crowd) {
    return List.of(
        Figures.of("heap", crowd.heapPerTask(), "B/task"),
        Figures.of("rss", crowd.rssPerTask(), "B/task"),
        Figures.of("osThreads", crowd.osThreads(), "threads"),
        Figures.of("wall", crowd.timesIdeal(), "x ideal"));
  }
}
