package dev.heddle.benchmarks.run;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A thread that sleeps until another wakes it, and wakes that. One other thread uses it. */
public final class HandOff implements AutoCloseable {

  private final Thread partner;
  private volatile boolean partnersTurn;
  private volatile boolean closed;
  private volatile @Nullable Thread caller;

  private HandOff() {
    this.partner = Thread.ofPlatform().daemon().name("heddle-hand-off").unstarted(this::answer);
  }

  /** One whose thread sleeps. */
  public static HandOff start() {
    HandOff handOff = new HandOff();
    handOff.partner.start();
    return handOff;
  }

  /** To the other thread and back. */
  public void handOver() {
    caller = Thread.currentThread();
    partnersTurn = true;
    LockSupport.unpark(partner);
    while (partnersTurn) {
      LockSupport.park(this);
    }
  }

  private void answer() {
    while (!closed) {
      if (partnersTurn) {
        partnersTurn = false;
        LockSupport.unpark(caller);
      } else {
        LockSupport.park(this);
      }
    }
  }

  /** Ends its thread. */
  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(partner);
  }
}
