package dev.heddle.profile;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.Collection;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.profile.ProfilerException;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;

/**
 * Time that the fork's collectors say they took, in µs per operation. They count in milliseconds,
 * so that an iteration has to be long; with a concurrent collector not all of it is a pause.
 *
 * <p>{@code -prof dev.heddle.profile.GcTime}; the result is {@code gc.per.operation}.
 */
public final class GcTime implements InternalProfiler {

  private static final double MICROS_PER_MILLI = 1e3;

  private final Growth millis;

  /**
   * For JMH.
   *
   * @throws ProfilerException if no collector tells
   */
  public GcTime() throws ProfilerException {
    this(GcTime::read);
  }

  GcTime(Counter millis) throws ProfilerException {
    this.millis = Growth.of(millis, "No collector of this JVM tells how long it took");
  }

  @Override
  public String getDescription() {
    return "Time of the collectors per operation";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    millis.begin();
  }

  @Override
  public Collection<? extends Result<?>> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    return Figures.perOperation(
        "gc.per.operation",
        millis.end() * MICROS_PER_MILLI,
        "us/op",
        result.getMetadata().getAllOps());
  }

  private static long read() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
        .mapToLong(GarbageCollectorMXBean::getCollectionTime)
        .filter(time -> time >= 0)
        .reduce(Long::sum)
        .orElse(Counter.UNKNOWN);
  }
}
