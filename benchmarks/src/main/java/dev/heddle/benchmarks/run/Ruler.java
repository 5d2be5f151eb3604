package dev.heddle.benchmarks.run;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
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

  private final Thread partner;
  private volatile boolean partnersTurn;
  private volatile boolean closed;
  private volatile @Nullable Thread caller;

  private Ruler() {
    this.partner = Thread.ofPlatform().daemon().name("heddle-ruler").unstarted(this::answer);
  }

  /** A ruler that has been read before: what is not compiled yet would be no measure. */
  public static Ruler warm() {
    Ruler ruler = new Ruler();
    ruler.partner.start();
    for (int i = 0; i < 5; i++) {
      ruler.read();
    }
    return ruler;
  }

  /** Reads it, which takes less than a tenth of a second. */
  public Reading read() {
    caller = Thread.currentThread();
    return new Reading(
        micros(CPU_NANOS, () -> Blackhole.consumeCPU(TOKENS)),
        micros(HAND_OFF_NANOS, this::handOver));
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

  private void handOver() {
    partnersTurn = true;
    LockSupport.unpark(partner);
    while (partnersTurn) {
      LockSupport.park(this);
    }
  }

  private void answer() {
    while (!closed) {
      if (partnersTurn) {
        partnersTurn = false;
        LockSupport.unpark(caller);
      } else {
        LockSupport.park(this);
      }
    }
  }

  /** Ends its thread. */
  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(partner);
  }
}
