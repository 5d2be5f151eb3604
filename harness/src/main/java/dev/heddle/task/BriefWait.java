package dev.heddle.task;

import java.util.concurrent.locks.LockSupport;

/**
 * How a thread waits for a few steps of another that it cannot be told the end of. For one thread
 * and one wait.
 *
 * <p>Virtual threads that yield come back before any that was woken by a thread which is no
 * carrier: with two of them on each carrier, whoever they wait for may never get one (seen on JDK
 * 25.0.3). So they soon leave their carriers for a while, unless they are interrupted, with which
 * nobody can park.
 */
public final class BriefWait {

  private static final int YIELDS = 16;
  private static final long PAUSE_NANOS = 50_000;

  private int looks;

  /** Lets others go on before the caller looks again. */
  @SuppressWarnings("ThreadPriorityCheck") // Whoever is waited for may need this carrier to go on.
  public void giveWay() {
    looks++;
    if (looks <= YIELDS || Thread.currentThread().isInterrupted()) {
      Thread.yield();
    } else {
      LockSupport.parkNanos(this, PAUSE_NANOS);
    }
  }
}
