package dev.heddle.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class HiccupMeterTest {

  @Test
  void everyMillisecondIsAccountedForUntilItIsClosed() {
    long begin = System.nanoTime();
    try (HiccupMeter meter = HiccupMeter.start()) {
      Histogram sum = new Histogram(3);
      while (sum.getTotalCount() < 50 && System.nanoTime() - begin < 30_000_000_000L) {
        LockSupport.parkNanos(5_000_000);
        sum.add(meter.take());
      }
      assertThat(sum.getTotalCount()).isGreaterThanOrEqualTo(50);
      // A wake-up that was late stands for those it left out: no more than there were milliseconds.
      assertThat(sum.getTotalCount()).isLessThanOrEqualTo((System.nanoTime() - begin) / 1_000_000);
    }
  }

  @Test
  void whatWasTakenIsNotToldAgain() {
    try (HiccupMeter meter = HiccupMeter.start()) {
      Histogram first = meter.take();
      long before = first.getTotalCount();
      assertThat(meter.take()).isNotSameAs(first);
      assertThat(first.getTotalCount()).isEqualTo(before);
    }
  }
}
