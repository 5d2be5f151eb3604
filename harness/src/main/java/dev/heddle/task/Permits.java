package dev.heddle.task;

import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fair semaphore (asyncio's {@code Semaphore}) on which nobody has to block: who has to wait is
 * told when the turn comes. Whoever waits longest comes first, and a permit that comes back goes to
 * the one who waits rather than to one who asks just then. Not reentrant. All methods may be called
 * from any thread.
 */
public final class Permits {

  /** Somebody who asks for a permit. */
  @FunctionalInterface
  public interface Waiter {

    /**
     * The permit is there, or the waiter has given up; called at most once, on the thread of
     * whoever released the permit or gave up.
     */
    void granted();
  }

  private final LinkedHashSet<Waiter> waiting = new LinkedHashSet<>();
  private int free;

  /**
   * Permits.
   *
   * @param permits how many there are; zero or more. With zero everybody waits for a {@link
   *     #release}.
   */
  public Permits(int permits) {
    if (permits < 0) {
      throw new IllegalArgumentException(
          "There are %d permits; allowed: 0 or more".formatted(permits));
    }
    this.free = permits;
  }

  /**
   * Asks for a permit.
   *
   * @param waiter told once when the permit is there, if it is not; an object of its own for each
   *     who asks
   * @return true if the caller has it now; false if the waiter will be told
   */
  public synchronized boolean acquire(Waiter waiter) {
    if (free > 0) {
      free--;
      return true;
    }
    waiting.add(waiter);
    return false;
  }

  /** Tells the waiter when it has a permit: at once, if one is free. */
  public void tellWhenGranted(Waiter waiter) {
    if (acquire(waiter)) {
      waiter.granted();
    }
  }

  /** Takes a waiter out of the queue; false if it has been granted a permit, or never asked. */
  public synchronized boolean leave(Waiter waiter) {
    return waiting.remove(waiter);
  }

  /**
   * Gives up waiting. The waiter is told as if it were granted a permit, once, and holds none: one
   * that has come all the same goes to the next.
   */
  public void giveUp(Waiter waiter) {
    if (leave(waiter)) {
      waiter.granted();
    } else {
      release();
    }
  }

  /** Gives up for everybody who waits, as for one. */
  public void giveUpAll() {
    List<Waiter> all;
    synchronized (this) {
      all = List.copyOf(waiting);
      waiting.clear();
    }
    all.forEach(Waiter::granted);
  }

  /** Gives a permit back, or adds one: to whoever waits longest, if anybody waits. */
  public void release() {
    Waiter next = next();
    if (next != null) {
      next.granted();
    }
  }

  /** How many permits nobody has. */
  public synchronized int available() {
    return free;
  }

  /** How many wait for a permit. */
  public synchronized int waiting() {
    return waiting.size();
  }

  private synchronized @Nullable Waiter next() {
    if (waiting.isEmpty()) {
      free++;
      return null;
    }
    return waiting.removeFirst();
  }
}
