package dev.heddle.benchmarks.run;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Work that never changes and has nothing to do with what is measured: what its time changes by,
 * the machine did. On a shared machine the two parts change apart from each other, so both are
 * read. One thread uses it.
 */
public final class Ruler implements AutoCloseable {

  private static final long CPU_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
  private static final long HAND_OFF_NANOS = TimeUnit.MILLISECONDS.toNanos(60);
  private static final long TOKENS = 10_000;

  /**
   * A reading.
   *
   * @param cpuMicros a fixed amount of CPU, about twenty microseconds
   * @param handOffMicros waking a thread that sleeps, and being woken by it
   */
  public record Reading(double cpuMicros, double handOffMicros) {}

  private final HandOff handOff = HandOff.start();

  private Ruler() {}

  /** A ruler that has been read before: what is not compiled yet would be no measure. */
  public static Ruler warm() {
    Ruler ruler = new Ruler();
    for (int i = 0; i < 5; i++) {
      ruler.read();
    }
    return ruler;
  }

  /** Reads it, which takes less than a tenth of a second. */
  public Reading read() {
    return new Reading(
        micros(CPU_NANOS, () -> Blackhole.consumeCPU(TOKENS)),
        micros(HAND_OFF_NANOS, handOff::handOver));
  }

  private static double micros(long nanos, Runnable work) {
    long begin = System.nanoTime();
    long times = 0;
    long spent;
    do {
      work.run();
      times++;
      spent = System.nanoTime() - begin;
    } while (spent < nanos);
    return spent / 1e3 / times;
  }

  /** Ends its thread. */
  @Override
  public void close() {
    handOff.close();
  }
}
