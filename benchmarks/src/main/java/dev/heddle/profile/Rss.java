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
 * The memory of the fork's process that is in RAM (RSS), heap and all the rest, looked at every 10
 * ms: {@code rss.mean} and {@code rss.peak}, in MB of 1,000,000 bytes. Linux only.
 *
 * <p>{@code -prof dev.heddle.profile.Rss}
 */
public final class Rss implements InternalProfiler {

  private static final double BYTES_PER_KIBIBYTE = 1024;
  private static final double BYTES_PER_MEGABYTE = 1e6;
  private static final String UNIT = "MB";

  private final Sampled kibibytes;

  /**
   * For JMH.
   *
   * @throws ProfilerException where the system does not tell
   */
  public Rss() throws ProfilerException {
    this(() -> ProcFile.STATUS.number("VmRSS"));
  }

  Rss(Counter kibibytes) throws ProfilerException {
    this.kibibytes =
        Sampled.of(kibibytes, "RSS is not available here: it is read from Linux' /proc");
  }

  @Override
  public String getDescription() {
    return "Memory of the process that is in RAM";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    kibibytes.begin();
  }

  @Override
  public Collection<? extends Result<?>> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    LongSummaryStatistics seen = kibibytes.end();
    return List.of(
        Figures.of("rss.mean", megabytes(seen.getAverage()), UNIT),
        Figures.of("rss.peak", megabytes((double) seen.getMax()), UNIT));
  }

  private static double megabytes(double kibibytes) {
    return kibibytes * BYTES_PER_KIBIBYTE / BYTES_PER_MEGABYTE;
  }
}
