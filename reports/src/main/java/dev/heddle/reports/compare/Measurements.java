package dev.heddle.reports.compare;

import dev.heddle.reports.read.Cell;
import dev.heddle.reports.read.Histogram;
import dev.heddle.reports.read.LoadFork;
import dev.heddle.reports.read.Metric;
import dev.heddle.reports.read.Mode;
import dev.heddle.reports.read.Run;
import dev.heddle.reports.read.Schedule;
import dev.heddle.reports.stats.LoadPoint;
import dev.heddle.reports.stats.LoadScenario;
import dev.heddle.reports.stats.LoadScenarios;
import dev.heddle.reports.stats.Quantity;
import dev.heddle.reports.stats.ScoreUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that a run measured and that can be compared, by what it is. */
public final class Measurements {

  private static final double TAIL = 0.99;
  private static final String TWICE = "it is more than once in the file";
  private static final ScoreUnit SECONDS = new ScoreUnit(Quantity.TIME_PER_OPERATION, 1, "s");

  private Measurements() {}

  /**
   * The scores of all cells; the 99th percentile of each fork where operations were sampled or load
   * was offered.
   *
   * @param further names of further metrics
   */
  public static Map<CellKey, Measured> of(Run run, List<String> further) {
    Map<CellKey, Measured> found = new LinkedHashMap<>();
    for (Cell cell : run.comparable()) {
      of(cell, further)
          .forEach(
              measured ->
                  found.merge(measured.key(), measured, (first, more) -> first.broken(TWICE)));
    }
    for (LoadScenario scenario : LoadScenarios.of(run.load())) {
      for (LoadPoint point : scenario.points()) {
        Measured measured = load(scenario, point);
        found.putIfAbsent(measured.key(), measured);
      }
    }
    return found;
  }

  private static List<Measured> of(Cell cell, List<String> further) {
    List<Measured> all = new ArrayList<>();
    all.add(metric(cell, CellKey.SCORE, cell.primary()));
    List<Histogram> samples = samples(cell);
    if (!samples.isEmpty() && samples.stream().allMatch(fork -> fork.reachesBeyond(TAIL))) {
      all.add(tail(cell, samples));
    }
    for (String name : further) {
      Optional.ofNullable(cell.secondary().get(name))
          .ifPresent(metric -> all.add(metric(cell, name, metric)));
    }
    return all;
  }

  private static Measured metric(Cell cell, String name, Metric metric) {
    ScoreUnit unit = ScoreUnit.of(metric.unit(), cell.mode());
    return new Measured(
        key(cell, name),
        unit,
        metric.forks().stream().map(fork -> fork.mean() * unit.factor()).toList(),
        Optional.of(
            new Measured.JmhScore(metric.score() * unit.factor(), metric.error() * unit.factor())),
        name.equals(CellKey.SCORE) ? inSeconds(samples(cell), unit.factor()) : List.of(),
        setup(cell),
        Optional.empty());
  }

  private static Measured tail(Cell cell, List<Histogram> samples) {
    ScoreUnit unit = ScoreUnit.of(cell.primary().unit(), cell.mode());
    return new Measured(
        key(cell, CellKey.P99),
        unit,
        samples.stream().map(fork -> fork.percentile(TAIL) * unit.factor()).toList(),
        Optional.empty(),
        List.of(),
        setup(cell),
        Optional.empty());
  }

  private static Measured load(LoadScenario scenario, LoadPoint point) {
    Map<String, String> params = new LinkedHashMap<>(scenario.params());
    params.put("model", point.model());
    params.put("rate", Double.toString(point.rate()).replaceAll("\\.0$", ""));
    return new Measured(
        new CellKey("load", params, CellKey.P99),
        SECONDS,
        point.ofForks(TAIL),
        Optional.empty(),
        point.validForks().stream().map(LoadFork::times).map(LoadFork.Times::response).toList(),
        "",
        point.isValid() ? Optional.empty() : Optional.of("no fork is valid"));
  }

  private static List<Histogram> samples(Cell cell) {
    return cell.mode() == Mode.SAMPLE_TIME
            && cell.primary().forks().stream().allMatch(Histogram.class::isInstance)
        ? cell.primary().forks().stream().map(Histogram.class::cast).toList()
        : List.of();
  }

  private static List<Histogram> inSeconds(List<Histogram> forks, double factor) {
    return forks.stream().map(fork -> fork.scaled(factor)).toList();
  }

  /** A cell measured in two modes is two: the mode stands among the parameters. */
  static CellKey key(Cell cell, String metric) {
    Map<String, String> params = new LinkedHashMap<>(cell.params());
    if (cell.mode() != Mode.AVERAGE_TIME) {
      params.put("mode", cell.mode().label());
    }
    if (cell.schedule().threads() != 1) {
      params.put("threads", Integer.toString(cell.schedule().threads()));
    }
    return new CellKey(cell.benchmark(), params, metric);
  }

  private static String setup(Cell cell) {
    return "warm-up %s, measurement %s"
        .formatted(phase(cell.schedule().warmup()), phase(cell.schedule().measurement()));
  }

  private static String phase(Schedule.Phase phase) {
    String batch = phase.batchSize() == 1 ? "" : " batch " + phase.batchSize();
    return "%d × %s%s".formatted(phase.iterations(), phase.time(), batch);
  }
}
