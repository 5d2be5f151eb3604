package dev.heddle.measure;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.SingleWriterRecorder;

/**
 * Measures how late a thread that asks to be woken every millisecond is woken, as Gil Tene's
 * jHiccup does: what machine and JVM add to every thread, whatever is being measured. A wake-up
 * that came more than a period late stands for those that it left out.
 */
public final class HiccupMeter implements AutoCloseable {

  private static final long PERIOD_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
  private static final long HIGHEST = TimeUnit.HOURS.toNanos(1);
  private static final int DIGITS = 3;

  private final SingleWriterRecorder recorder = new SingleWriterRecorder(1, HIGHEST, DIGITS);
  private final Thread thread;
  private volatile boolean closed;

  private HiccupMeter() {
    thread = Thread.ofPlatform().daemon().name("heddle-hiccups").unstarted(this::run);
  }

  /** Begins to measure. */
  public static HiccupMeter start() {
    HiccupMeter meter = new HiccupMeter();
    meter.thread.start();
    return meter;
  }

  /** What was measured since the start, or since the last call, in nanoseconds. */
  public Histogram take() {
    return recorder.getIntervalHistogram();
  }

  /** Ends the thread. */
  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
  }

  private void run() {
    while (!closed) {
      long begin = System.nanoTime();
      LockSupport.parkNanos(PERIOD_NANOS);
      long late = Math.clamp(System.nanoTime() - begin - PERIOD_NANOS, 0, HIGHEST);
      recorder.recordValueWithExpectedInterval(late, PERIOD_NANOS);
    }
  }
}
