package dev.heddle.profile;

import dev.heddle.benchmarks.FailureTimes;
import dev.heddle.benchmarks.Handover;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ResultRole;
import org.openjdk.jmh.results.SampleTimeResult;
import org.openjdk.jmh.results.ScalarResult;

/**
 * Adds to the results of {@code GroupFailureBenchmark} and {@code GatherFailureBenchmark} how soon
 * the caller was told of the failure ({@code told}), how soon the last exchange had ended ({@code
 * stopped}), how many were open when the caller went on ({@code orphans}), for how long all
 * together ({@code wasted}), and how many the stub still worked on 50 ms after the last had ended
 * ({@code openAtStub}, the most of any iteration). Times are samples: JMH merges those of all
 * iterations before it takes percentiles.
 */
public final class Failures implements InternalProfiler {

  /** For JMH. */
  public Failures() {}

  @Override
  public String getDescription() {
    return "What a child's failure leads to";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    // The benchmark measures it.
  }

  @Override
  public Collection<? extends Result<?>> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    return Handover.FAILURES.take().map(Failures::results).orElse(List.of());
  }

  private static List<Result<?>> results(FailureTimes times) {
    return List.of(
        new SampleTimeResult(ResultRole.SECONDARY, "told", times.told(), TimeUnit.MICROSECONDS),
        new SampleTimeResult(
            ResultRole.SECONDARY, "stopped", times.stopped(), TimeUnit.MICROSECONDS),
        new ScalarResult("orphans", times.orphansPerFailure(), "/op", AggregationPolicy.AVG),
        new ScalarResult("wasted", times.wastedMillisPerFailure(), "ms/op", AggregationPolicy.AVG),
        new ScalarResult("openAtStub", times.openAtStub(), "requests", AggregationPolicy.MAX));
  }
}
