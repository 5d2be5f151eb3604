package dev.heddle.model;

import java.util.concurrent.CountDownLatch;

/** Counts what plans do, for a test that waits until enough has been done. */
final class Countdown {

  private final CountDownLatch missing;

  Countdown(int count) {
    missing = new CountDownLatch(count);
  }

  /** Counts one. */
  int count() {
    missing.countDown();
    return 1;
  }

  void await() throws InterruptedException {
    ContractCase.await(missing);
  }
}
