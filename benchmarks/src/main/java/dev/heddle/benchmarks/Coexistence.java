package dev.heddle.benchmarks;

import dev.heddle.profile.MemoryReading;
import java.time.Duration;

/** How it is known that all tasks of a crowd are in flight while their memory is read. */
sealed interface Coexistence {

  /**
   * Reads the memory when all are taken to be in flight.
   *
   * @param beginNanos when the first was started, a {@link System#nanoTime}
   */
  MemoryReading look(long beginNanos) throws InterruptedException;

  /**
   * Returns if all were in flight during the look, now that all have ended.
   *
   * @throws IllegalStateException if they are not known to have been
   */
  void check(CrowdReading crowd);

  /** Sleepers are all of one length, so the times tell. */
  final class ByTimes implements Coexistence {

    /** The share of a task's time after which all are taken to be in flight, and looked at. */
    private static final double LOOK = 0.6;

    private final Duration ideal;
    private volatile Duration after = Duration.ZERO;

    ByTimes(Duration ideal) {
      this.ideal = ideal;
    }

    @Override
    public MemoryReading look(long beginNanos) throws InterruptedException {
      Thread.sleep(Duration.ofNanos((long) (ideal.toNanos() * LOOK)));
      after = Duration.ofNanos(System.nanoTime() - beginNanos);
      return MemoryReading.afterCollection();
    }

    /**
     * No task ends before one length after the begin, and none began later than one length before
     * the last end. So all were in flight when the looking began, if the whole took no longer than
     * that and one length, and it began before the first could end.
     */
    @Override
    public void check(CrowdReading crowd) {
      Duration longest = ideal.plus(after);
      if (crowd.wall().compareTo(longest) > 0 || after.compareTo(ideal) >= 0) {
        throw new IllegalStateException(
            "Not all of %,d tasks are known to have been in flight at once: the last ended after %d ms; allowed: %d ms"
                .formatted(crowd.tasks(), crowd.wall().toMillis(), longest.toMillis()));
      }
    }
  }

  /** Exchanges are counted by the stub, before and after the reading. */
  final class ByCounting implements Coexistence {

    private static final Duration STEP = Duration.ofMillis(5);

    private final FetchTarget stub;
    private final int tasks;
    private final Duration ideal;
    private volatile long before;
    private volatile long after;

    ByCounting(FetchTarget stub, int tasks, Duration ideal) {
      this.stub = stub;
      this.tasks = tasks;
      this.ideal = ideal;
    }

    /** Waits for the stub to have all, as long as the first of them can be there. */
    @Override
    public MemoryReading look(long beginNanos) throws InterruptedException {
      before = stub.inFlight();
      while (before < tasks && System.nanoTime() - beginNanos < ideal.toNanos()) {
        Thread.sleep(STEP);
        before = stub.inFlight();
      }
      MemoryReading reading = MemoryReading.afterCollection();
      after = stub.inFlight();
      return reading;
    }

    @Override
    public void check(CrowdReading crowd) {
      if (before != tasks || after != tasks) {
        throw new IllegalStateException(
            ("Not all of %,d exchanges were in flight while their memory was read: the stub counted"
                    + " %,d before and %,d after; on a machine of this speed, ask for fewer")
                .formatted(tasks, before, after));
      }
    }
  }
}
