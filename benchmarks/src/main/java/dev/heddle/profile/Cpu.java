package dev.heddle.profile;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Collection;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.profile.ProfilerException;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;

/**
 * CPU time of the fork's process, user and system together, in µs per operation: whatever thread
 * spent it, those of the collector and the compilers too. Threads of a benchmark cannot be asked:
 * virtual threads have no CPU time of their own. Works on every platform whose JVM tells it.
 *
 * <p>{@code -prof dev.heddle.profile.Cpu}; the result is {@code cpu}.
 */
public final class Cpu implements InternalProfiler {

  private static final double NANOS_PER_MICRO = 1e3;

  private final Growth cpu;

  /**
   * For JMH.
   *
   * @throws ProfilerException if this JVM does not tell its CPU time
   */
  public Cpu() throws ProfilerException {
    this(Cpu::read);
  }

  Cpu(Counter nanos) throws ProfilerException {
    cpu = Growth.of(nanos, "This JVM does not tell the CPU time of its process");
  }

  @Override
  public String getDescription() {
    return "CPU time of the process per operation";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    cpu.begin();
  }

  @Override
  public Collection<? extends Result<?>> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    return Figures.perOperation(
        "cpu", cpu.end() / NANOS_PER_MICRO, "us/op", result.getMetadata().getAllOps());
  }

  private static long read() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
        ? system.getProcessCpuTime()
        : Counter.UNKNOWN;
  }
}
