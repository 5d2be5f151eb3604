package dev.heddle.load;

import dev.heddle.model.ExecutionModel;
import dev.heddle.model.Model;
import dev.heddle.model.ModelOptions;
import dev.heddle.plan.NoOp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * Question: how late does the driver start a plan, by its way of waiting and its rate?
 *
 * <p>Method: no-op plans on virtual threads; the ways of waiting take turns within each of seven
 * rounds; the median over the rounds of each percentile is printed, with the driver's share of a
 * core and what was achieved of the offered rate.
 *
 * <p>Caveat: only a quiet machine shows the driver rather than its neighbours.
 */
final class PacingLagMain {

  private static final int ROUNDS = 7;
  private static final Duration TIME = Duration.ofSeconds(3);
  private static final double[] RATES = {1_000, 5_000, 20_000};

  private PacingLagMain() {}

  private record Reading(double p50, double p99, double cpu, double achieved) {}

  public static void main(String[] args) throws InterruptedException {
    Map<String, List<Reading>> readings = new LinkedHashMap<>();
    try (ExecutionModel model = Model.VIRTUAL_THREADS.open(ModelOptions.DEFAULT)) {
      for (int round = 0; round < ROUNDS; round++) {
        for (double rate : RATES) {
          for (Pacing pacing : Pacing.values()) {
            readings
                .computeIfAbsent("%,.0f/s %s".formatted(rate, pacing), key -> new ArrayList<>())
                .add(read(model, rate, pacing));
          }
        }
      }
    }
    readings.forEach(PacingLagMain::print);
  }

  private static Reading read(ExecutionModel model, double rate, Pacing pacing)
      throws InterruptedException {
    LoadSpec spec = LoadSpec.of(new Arrivals.Constant(rate), TIME).withPacing(pacing);
    Duration before = ProcessHandle.current().info().totalCpuDuration().orElseThrow();
    LoadResult result = LoadRun.of(model, number -> new NoOp(), spec);
    Duration cpu = ProcessHandle.current().info().totalCpuDuration().orElseThrow().minus(before);
    Histogram lag = result.measured().lag();
    return new Reading(
        lag.getValueAtPercentile(50) / 1e3,
        lag.getValueAtPercentile(99) / 1e3,
        cpu.toNanos() / (1.2 * TIME.toNanos()),
        result.measured().perSecond() / rate);
  }

  private static void print(String name, List<Reading> readings) {
    System.out.printf(
        "%-20s lag p50 %.1f us, p99 %.1f us (%.0f to %.0f), CPU %.2f cores, achieved %.4f%n",
        name,
        median(readings, Comparator.comparing(Reading::p50)).p50(),
        median(readings, Comparator.comparing(Reading::p99)).p99(),
        readings.stream().mapToDouble(Reading::p99).min().orElse(0),
        readings.stream().mapToDouble(Reading::p99).max().orElse(0),
        median(readings, Comparator.comparing(Reading::cpu)).cpu(),
        median(readings, Comparator.comparing(Reading::achieved)).achieved());
  }

  private static Reading median(List<Reading> readings, Comparator<Reading> by) {
    return readings.stream().sorted(by).toList().get(readings.size() / 2);
  }
}
