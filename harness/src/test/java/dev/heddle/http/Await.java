package dev.heddle.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits with a bound, so that a broken promise fails a test instead of hanging it. */
final class Await {

  private static final int PROMPTLY_SECONDS = 20;

  private Await() {}

  static void latch(CountDownLatch latch) throws InterruptedException {
    assertThat(latch.await(PROMPTLY_SECONDS, TimeUnit.SECONDS)).isTrue();
  }

  /** Waits for what no latch can tell. */
  static void until(BooleanSupplier condition) {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(PROMPTLY_SECONDS));
      Thread.onSpinWait();
    }
  }
}
