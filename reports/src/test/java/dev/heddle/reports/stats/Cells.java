package dev.heddle.reports.stats;

import dev.heddle.reports.read.Cell;
import dev.heddle.reports.read.ForkData;
import dev.heddle.reports.read.Iterations;
import dev.heddle.reports.read.Jvm;
import dev.heddle.reports.read.Metric;
import dev.heddle.reports.read.Mode;
import dev.heddle.reports.read.Schedule;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Cells as tests need them. */
final class Cells {

  private Cells() {}

  /** An average-time cell in µs/op with one iteration per fork. */
  static Cell cell(String benchmark, Map<String, String> params, double... forks) {
    List<ForkData> data = Arrays.stream(forks).<ForkData>mapToObj(Iterations::of).toList();
    return cell(benchmark, Mode.AVERAGE_TIME, params, metric("us/op", data));
  }

  static Cell cell(String benchmark, Mode mode, Map<String, String> params, Metric metric) {
    Schedule.Phase phase = new Schedule.Phase(1, "1 s", 1);
    Schedule schedule = new Schedule(1, metric.forks().size(), phase, phase);
    Jvm jvm = new Jvm("1.37", "25", "", "", List.of());
    return new Cell(benchmark, mode, params, schedule, jvm, metric, Map.of());
  }

  static Metric metric(String unit, List<ForkData> forks) {
    double score = forks.stream().mapToDouble(ForkData::mean).average().orElse(Double.NaN);
    return new Metric(score, Double.NaN, unit, new TreeMap<>(), forks);
  }
}
