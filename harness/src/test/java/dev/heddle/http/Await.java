package dev.heddle.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits with a bound, so that a broken promise fails a test instead of hanging it. */
final class Await {

  private static final int PROMPTLY_SECONDS = 20;

  private Await() {}

  static void latch(CountDownLatch latch) throws InterruptedException {
    assertThat(latch.await(PROMPTLY_SECONDS, TimeUnit.SECONDS)).isTrue();
  }
}
