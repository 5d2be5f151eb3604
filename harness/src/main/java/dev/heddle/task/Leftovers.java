package dev.heddle.task;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What somebody started and nobody waits for, so that whoever closes can cancel it and wait for its
 * end.
 */
public final class Leftovers {

  /** Work that may outlive whoever started it. */
  public interface Leftover {

    /** Requests its cancellation. */
    void cancel();

    /** Blocks until it has ended, however it ends. */
    void awaitEnd() throws InterruptedException;
  }

  private volatile @Nullable Set<Leftover> unfinished;

  /** Keeps work in sight until it is removed. */
  public void add(Leftover leftover) {
    set().add(leftover);
  }

  /** Lets go of work that has ended. */
  public void remove(Leftover leftover) {
    set().remove(leftover);
  }

  /**
   * Cancels all that is unfinished, then waits for all of it, and again for what was started
   * meanwhile. An interrupt does not cut this short; it is set again at the end.
   */
  public void cancelAndAwaitAll() {
    Set<Leftover> all = unfinished;
    if (all == null) {
      return;
    }
    boolean interrupted = false;
    while (!all.isEmpty()) {
      Set<Leftover> round = Set.copyOf(all);
      round.forEach(Leftover::cancel);
      for (Leftover leftover : round) {
        interrupted |= awaitOne(leftover);
        all.remove(leftover);
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean awaitOne(Leftover leftover) {
    boolean interrupted = false;
    while (true) {
      try {
        leftover.awaitEnd();
        return interrupted;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
  }

  /** Most runs leave nothing behind and never pay for a set. */
  private Set<Leftover> set() {
    Set<Leftover> seen = unfinished;
    if (seen == null) {
      synchronized (this) {
        seen = unfinished;
        if (seen == null) {
          seen = ConcurrentHashMap.newKeySet();
          unfinished = seen;
        }
      }
    }
    return seen;
  }
}
