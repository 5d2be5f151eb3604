package dev.heddle.profile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.profile.ProfilerException;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;

/**
 * How often threads of the fork's process left a core per operation: by themselves, to wait ({@code
 * switches.voluntary}), and since the system gave it to others ({@code switches.involuntary}).
 * Threads that have ended meanwhile count. Linux only.
 *
 * <p>{@code -prof dev.heddle.profile.ContextSwitches}
 */
public final class ContextSwitches implements InternalProfiler {

  private static final String UNIT = "#/op";
  private static final String OTHERWISE =
      "Context switches of a process are not available here: they are read by getrusage on 64-bit"
          + " Linux";

  private final Growth voluntary;
  private final Growth involuntary;

  /**
   * For JMH.
   *
   * @throws ProfilerException where the system does not tell
   */
  public ContextSwitches() throws ProfilerException {
    this(ResourceUsage::voluntarySwitches, ResourceUsage::involuntarySwitches);
  }

  ContextSwitches(Counter voluntary, Counter involuntary) throws ProfilerException {
    this.voluntary = Growth.of(voluntary, OTHERWISE);
    this.involuntary = Growth.of(involuntary, OTHERWISE);
  }

  @Override
  public String getDescription() {
    return "Context switches of the process per operation";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    voluntary.begin();
    involuntary.begin();
  }

  @Override
  public Collection<? extends Result<?>> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    long operations = result.getMetadata().getAllOps();
    List<Result<?>> results = new ArrayList<>();
    results.addAll(
        Figures.perOperation("switches.voluntary", (double) voluntary.end(), UNIT, operations));
    results.addAll(
        Figures.perOperation("switches.involuntary", (double) involuntary.end(), UNIT, operations));
    return results;
  }
}
