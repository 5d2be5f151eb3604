package dev.heddle.model;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs two actions at the same moment, as near as two threads that have met can, and finds out how
 * much the one has to be held back for the other to have a chance.
 */
final class Together implements AutoCloseable {

  private final ExecutorService second =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("second").factory());

  private final EdgeFinder edge = new EdgeFinder();

  /** Runs one action here and the other elsewhere, and returns when both have ended. */
  void run(Runnable one, Runnable other) throws Exception {
    AtomicInteger met = new AtomicInteger();
    Future<?> elsewhere =
        second.submit(
            () -> {
              meet(met);
              edge.holdBackSecond();
              other.run();
            });
    meet(met);
    edge.holdBackFirst();
    one.run();
    elsewhere.get(20, TimeUnit.SECONDS);
  }

  /** Spins, so that neither has to be woken; yields, as there may be one core only. */
  @SuppressWarnings("ThreadPriorityCheck")
  private static void meet(AtomicInteger met) {
    met.incrementAndGet();
    for (int spins = 1; met.get() < 2; spins++) {
      if (spins % 1_000 == 0) {
        Thread.yield();
      } else {
        Thread.onSpinWait();
      }
    }
  }

  /** Tells which of the two actions came first in the end. */
  void firstCameFirst(boolean isFirst) {
    edge.firstCameFirst(isFirst);
  }

  /** How often the action came first that did so less often. */
  int closeness() {
    return edge.closeness();
  }

  @Override
  public void close() {
    second.shutdownNow();
  }
}
