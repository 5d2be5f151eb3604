package dev.heddle.benchmarks.calibrate;

import dev.heddle.load.Arrivals;
import dev.heddle.load.LoadRun;
import dev.heddle.load.LoadSpec;
import dev.heddle.load.Pacing;
import dev.heddle.model.ExecutionModel;
import dev.heddle.model.Model;
import dev.heddle.model.ModelOptions;
import dev.heddle.plan.NoOp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/**
 * How late the driver starts plans that do nothing, on virtual threads.
 *
 * @param pacing how it waits
 * @param p50 the median lags of the rounds so far, in microseconds
 * @param p99 their 99th percentiles
 */
record PacingLag(Pacing pacing, List<Double> p50, List<Double> p99) {

  private static final double PER_SECOND = 1_000;
  private static final double NANOS_PER_MICRO = 1e3;

  static List<PacingLag> ofEach() {
    List<PacingLag> lags = new ArrayList<>();
    for (Pacing pacing : Pacing.values()) {
      lags.add(new PacingLag(pacing, new ArrayList<>(), new ArrayList<>()));
    }
    return lags;
  }

  void read(Duration time) throws InterruptedException {
    LoadSpec spec = LoadSpec.of(new Arrivals.Constant(PER_SECOND), time).withPacing(pacing);
    try (ExecutionModel model = Model.VIRTUAL_THREADS.open(ModelOptions.DEFAULT)) {
      Histogram lag = LoadRun.of(model, number -> new NoOp(), spec).measured().lag();
      p50.add(lag.getValueAtPercentile(50) / NANOS_PER_MICRO);
      p99.add(lag.getValueAtPercentile(99) / NANOS_PER_MICRO);
    }
  }

  Calibration.PacingReading reading() {
    return new Calibration.PacingReading(
        pacing.name().toLowerCase(Locale.ROOT).replace('_', '-'),
        PER_SECOND,
        new Readings(p50),
        new Readings(p99));
  }
}
