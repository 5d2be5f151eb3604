package dev.heddle.reports.duel;

import java.util.Arrays;
import java.util.concurrent.SynchronousQueue;

/** Times a fixed amount of CPU, and hand-overs between two threads. */
final class MachineRuler implements Ruler {

  private static final int READINGS = 5;
  private static final int ROUNDS = 2_000_000;
  private static final int HAND_OVERS = 500;

  private final SynchronousQueue<Long> there = new SynchronousQueue<>();
  private final SynchronousQueue<Long> back = new SynchronousQueue<>();
  private final Thread partner = Thread.ofPlatform().daemon().unstarted(this::answer);
  private long sink = 1;

  private MachineRuler() {}

  /** A ruler that has been read before: what is not compiled yet would be no measure. */
  static Ruler warm() {
    MachineRuler ruler = new MachineRuler();
    ruler.partner.start();
    for (int i = 0; i < 3; i++) {
      ruler.read();
    }
    return ruler;
  }

  /** Takes about a tenth of a second; each figure is the median of five. */
  @Override
  public Reading read() {
    return new Reading(median(this::burn, 1), median(this::handOver, HAND_OVERS));
  }

  @Override
  public void close() {
    partner.interrupt();
  }

  private static double median(Runnable work, int times) {
    double[] micros = new double[READINGS];
    for (int i = 0; i < READINGS; i++) {
      long begin = System.nanoTime();
      work.run();
      micros[i] = (System.nanoTime() - begin) / 1e3 / times;
    }
    Arrays.sort(micros);
    return micros[READINGS / 2];
  }

  /** Xorshift (G. Marsaglia, 2003): each step needs the one before. */
  private void burn() {
    long x = sink;
    for (int i = 0; i < ROUNDS; i++) {
      x ^= x << 13;
      x ^= x >>> 7;
      x ^= x << 17;
    }
    sink = x;
  }

  private void handOver() {
    try {
      for (int i = 0; i < HAND_OVERS; i++) {
        there.put(sink);
        back.take();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void answer() {
    try {
      while (!Thread.interrupted()) {
        back.put(there.take());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
