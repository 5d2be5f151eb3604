package dev.heddle.benchmarks.calibrate;

import dev.heddle.measure.HiccupMeter;
import java.time.Duration;
import org.HdrHistogram.Histogram;

/** The machine's hiccups while this process does nothing. Not thread-safe. */
final class Quiet {

  private static final double NANOS_PER_MICRO = 1e3;

  private final Histogram hiccups = new Histogram(3);
  private Duration time = Duration.ZERO;

  void read(Duration more) throws InterruptedException {
    try (HiccupMeter meter = HiccupMeter.start()) {
      Thread.sleep(more);
      hiccups.add(meter.take());
      time = time.plus(more);
    }
  }

  Calibration.HiccupReading reading() {
    return new Calibration.HiccupReading(
        time.toMillis() / 1e3,
        micros(50),
        micros(99),
        micros(99.9),
        hiccups.getMaxValue() / NANOS_PER_MICRO);
  }

  private double micros(double percentile) {
    return hiccups.getValueAtPercentile(percentile) / NANOS_PER_MICRO;
  }
}
