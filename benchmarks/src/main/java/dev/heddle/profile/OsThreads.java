package dev.heddle.profile;

import java.util.Collection;
import java.util.List;
import java.util.LongSummaryStatistics;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.profile.ProfilerException;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;

/**
 * Threads that the system has of the fork's process, looked at every 10 ms: {@code threads.mean}
 * and {@code threads.peak}. Carriers of virtual threads, collector, compilers and one of this
 * profiler are among them; virtual threads are not. Linux only.
 *
 * <p>{@code -prof dev.heddle.profile.OsThreads}
 */
public final class OsThreads implements InternalProfiler {

  private static final String UNIT = "threads";

  private final Sampled threads;

  /**
   * For JMH.
   *
   * @throws ProfilerException where the system does not tell
   */
  public OsThreads() throws ProfilerException {
    this(() -> ProcFile.STATUS.number("Threads"));
  }

  OsThreads(Counter threads) throws ProfilerException {
    this.threads =
        Sampled.of(threads, "Threads of the system are not available here: read from Linux' /proc");
  }

  @Override
  public String getDescription() {
    return "Threads that the system has of the process";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    threads.begin();
  }

  @Override
  public Collection<? extends Result<?>> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    LongSummaryStatistics seen = threads.end();
    return List.of(
        Figures.of("threads.mean", seen.getAverage(), UNIT),
        Figures.of("threads.peak", (double) seen.getMax(), UNIT));
  }
}
