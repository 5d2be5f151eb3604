package dev.heddle.model;

import dev.heddle.task.Permits;
import dev.heddle.task.ThreadCancellation;
import java.util.concurrent.locks.LockSupport;

/** A thread that waits for its permit. */
final class PermitTurn implements Permits.Waiter {

  private final Thread waiter = Thread.currentThread();
  private volatile boolean granted;

  private PermitTurn() {}

  /**
   * Blocks until the calling thread has a permit. A cancellation comes before a permit that was
   * granted meanwhile.
   *
   * @throws InterruptedException if the thread is interrupted; it has no permit then
   */
  static void acquire(Permits permits, ThreadCancellation cancellation)
      throws InterruptedException {
    PermitTurn turn = new PermitTurn();
    if (!permits.acquire(turn)) {
      turn.await(permits);
      if (cancellation.notice()) {
        permits.release();
        throw cancelled();
      }
    }
  }

  private void await(Permits permits) throws InterruptedException {
    while (!granted) {
      LockSupport.park(permits);
      if (!granted && Thread.interrupted()) {
        permits.giveUp(this);
        throw cancelled();
      }
    }
  }

  private static InterruptedException cancelled() {
    return new InterruptedException("cancelled while waiting for a permit");
  }

  @Override
  public void granted() {
    granted = true;
    LockSupport.unpark(waiter);
  }
}
