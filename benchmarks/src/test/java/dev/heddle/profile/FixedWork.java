package dev.heddle.profile;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.infra.Blackhole;

/** Benchmarks whose cost is known beforehand. */
public class FixedWork {

  /** What an operation of {@link #burn} spends, in µs. */
  static final long BURNT_MICROS = 5_000;

  /** What an operation of {@link #allocate} allocates, beside the array's header. */
  static final int ALLOCATED = 1_000_000;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** Spends CPU until its own thread has had that much more of it, however long that takes. */
  @Benchmark
  public void burn() {
    long end = THREADS.getCurrentThreadCpuTime() + TimeUnit.MICROSECONDS.toNanos(BURNT_MICROS);
    while (THREADS.getCurrentThreadCpuTime() < end) {
      Blackhole.consumeCPU(1_000);
    }
  }

  /** Allocates an array. */
  @Benchmark
  public byte[] allocate() {
    return new byte[ALLOCATED];
  }
}
