package dev.heddle.http;

import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A fair semaphore nobody blocks on: who has to wait is run when its turn comes. */
final class AsyncPermits {

  private final LinkedHashSet<Runnable> waiting = new LinkedHashSet<>();
  private int free;

  AsyncPermits(int permits) {
    this.free = permits;
  }

  /** Runs {@code holder} with a permit, now or when one is released, on the releasing thread. */
  void acquire(Runnable holder) {
    synchronized (this) {
      if (free == 0) {
        waiting.add(holder);
        return;
      }
      free--;
    }
    holder.run();
  }

  /** Takes a waiter out; false if it has its permit already, or has never asked. */
  synchronized boolean forget(Runnable waiter) {
    return waiting.remove(waiter);
  }

  void release() {
    Runnable next = takeNext();
    if (next != null) {
      next.run();
    }
  }

  /** Runs everybody who waits, permit or not. */
  void releaseAll() {
    List<Runnable> all;
    synchronized (this) {
      all = List.copyOf(waiting);
      waiting.clear();
    }
    all.forEach(Runnable::run);
  }

  private synchronized @Nullable Runnable takeNext() {
    if (waiting.isEmpty()) {
      free++;
      return null;
    }
    return waiting.removeFirst();
  }
}
