package dev.heddle.profile;

import dev.heddle.benchmarks.Handover;
import dev.heddle.load.SecondaryMetrics;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * Adds to the results of {@code OpenLoopBenchmark} what its primary score, the time a run took,
 * does not tell: percentiles, the achieved rate, and whether the run is valid. Averaged over
 * iterations and forks, which for a percentile is a summary only: the truth is in the {@code
 * .hlog}.
 */
public final class OpenLoop implements InternalProfiler {

  /** For JMH. */
  public OpenLoop() {}

  @Override
  public String getDescription() {
    return "Percentiles and verdict of an open loop";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    // The run measures itself.
  }

  @Override
  public Collection<? extends Result<?>> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    List<Result<?>> results = new ArrayList<>();
    Handover.LOAD
        .take()
        .map(SecondaryMetrics::of)
        .ifPresent(figures -> figures.forEach((name, figure) -> results.add(result(name, figure))));
    return results;
  }

  private static Result<?> result(String name, SecondaryMetrics.Figure figure) {
    return new ScalarResult(name, figure.amount(), figure.unit(), AggregationPolicy.AVG);
  }
}
