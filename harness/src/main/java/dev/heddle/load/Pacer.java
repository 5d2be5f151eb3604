package dev.heddle.load;

import java.util.concurrent.locks.LockSupport;

/** Waits on the calling thread until a time has come. */
record Pacer(Pacing pacing) {

  /**
   * Returns no earlier than a time of {@link System#nanoTime}, at once if it has passed.
   *
   * @return the time at which it returns
   * @throws InterruptedException if the thread is interrupted before
   */
  long awaitUntil(long timeNanos) throws InterruptedException {
    long now = System.nanoTime();
    while (now < timeNanos) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      long left = timeNanos - now;
      if (left > pacing.spinNanos()) {
        LockSupport.parkNanos(left - pacing.spinNanos());
      } else {
        Thread.onSpinWait();
      }
      now = System.nanoTime();
    }
    return now;
  }
}
