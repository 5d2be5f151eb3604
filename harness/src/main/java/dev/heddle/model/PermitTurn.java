package dev.heddle.model;

import dev.heddle.task.Permits;
import java.util.concurrent.locks.LockSupport;

/** A thread that waits for its permit. */
final class PermitTurn implements Permits.Waiter {

  private final Thread waiter = Thread.currentThread();
  private volatile boolean granted;

  private PermitTurn() {}

  /**
   * Blocks until the calling thread has a permit.
   *
   * @throws InterruptedException if the thread is interrupted; it has no permit then
   */
  static void acquire(Permits permits) throws InterruptedException {
    PermitTurn turn = new PermitTurn();
    if (!permits.acquire(turn)) {
      turn.await(permits);
    }
  }

  private void await(Permits permits) throws InterruptedException {
    while (!granted) {
      LockSupport.park(permits);
      if (!granted && Thread.interrupted()) {
        permits.giveUp(this);
        throw new InterruptedException("cancelled while waiting for a permit");
      }
    }
  }

  @Override
  public void granted() {
    granted = true;
    LockSupport.unpark(waiter);
  }
}
