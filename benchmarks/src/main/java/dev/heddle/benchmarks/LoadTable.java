package dev.heddle.benchmarks;

import dev.heddle.benchmarks.run.Cell;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/**
 * A line a cell: percentiles of the response time over all valid forks, their histograms added.
 *
 * @param lines to print
 */
record LoadTable(List<String> lines) {

  private static final double NANOS_PER_MILLI = 1e6;
  private static final String HEAD =
      String.format(
          Locale.ROOT,
          "%-52s %10s %10s %10s %10s %10s %8s",
          "",
          "achieved/s",
          "p50 ms",
          "p99 ms",
          "p99.9 ms",
          "max ms",
          "valid");

  LoadTable {
    lines = List.copyOf(lines);
  }

  static LoadTable of(List<Cell> cells, List<LoadFork> forks) {
    List<String> lines = new ArrayList<>();
    lines.add(HEAD);
    for (Cell cell : cells) {
      List<LoadFork> ofCell = forks.stream().filter(fork -> fork.cell().equals(cell)).toList();
      if (!ofCell.isEmpty()) {
        lines.add(line(cell, ofCell));
      }
    }
    return new LoadTable(lines);
  }

  private static String line(Cell cell, List<LoadFork> forks) {
    List<LoadFork> valid = forks.stream().filter(LoadFork::isValid).toList();
    String counts = valid.size() + "/" + forks.size();
    if (valid.isEmpty()) {
      return String.format(
          Locale.ROOT, "%-52s %10s %43s %8s", name(cell), "", "no valid fork", counts);
    }
    Histogram response = response(valid);
    return String.format(
        Locale.ROOT,
        "%-52s %,10.1f %10s %10s %10s %10s %8s",
        name(cell),
        median(valid.stream().map(LoadFork::achievedPerSecond).toList()),
        millis(response.getValueAtPercentile(50)),
        millis(response.getValueAtPercentile(99)),
        millis(response.getValueAtPercentile(99.9)),
        millis(response.getMaxValue()),
        counts);
  }

  private static String name(Cell cell) {
    return "%s %s over %s at %s/s"
        .formatted(
            contestant(cell),
            LoadPlans.work(cell),
            ConstantNames.readable(cell.params().getOrDefault("transport", "")),
            cell.params().getOrDefault("rate", ""));
  }

  /** A model, or a reference's event loop. */
  private static String contestant(Cell cell) {
    String model = cell.params().getOrDefault("model", "");
    return cell.isReference()
        ? cell.params().getOrDefault("loop", model)
        : ConstantNames.readable(model);
  }

  /** Histograms are added; percentiles never are. */
  private static Histogram response(List<LoadFork> forks) {
    Histogram sum = new Histogram(3);
    forks.forEach(fork -> sum.add(fork.response()));
    return sum;
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted(Comparator.naturalOrder()).toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  private static String millis(long nanos) {
    return String.format(Locale.ROOT, "%,.2f", nanos / NANOS_PER_MILLI);
  }
}
