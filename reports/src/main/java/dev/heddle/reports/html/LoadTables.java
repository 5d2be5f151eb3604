package dev.heddle.reports.html;

import dev.heddle.reports.chart.ArmStyles;
import dev.heddle.reports.chart.Digits;
import dev.heddle.reports.read.Histogram;
import dev.heddle.reports.read.LoadFork;
import dev.heddle.reports.stats.LoadPoint;
import dev.heddle.reports.stats.LoadScenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The numbers of a scenario under load. */
final class LoadTables {

  private static final String NONE = "–";
  private static final double P99 = 0.99;
  private static final Pattern ROUND = Pattern.compile("round-0*(\\d+)_.*");
  private static final List<String> HEADS =
      List.of(
          "model",
          "offered (1/s)",
          "achieved (1/s)",
          "response p50 (ms)",
          "p90 (ms)",
          "p99 (ms)",
          "p99.9 (ms)",
          "max (ms)",
          "service p99 (ms)",
          "driver lag p99 (ms)",
          "most in flight",
          "driver CPU (ms/request)",
          "server CPU (ms/request)",
          "valid forks",
          "why forks are not valid");

  private final LoadScenario scenario;
  private final ArmStyles styles;

  LoadTables(LoadScenario scenario, ArmStyles styles) {
    this.scenario = scenario;
    this.styles = styles;
  }

  List<TableView> all() {
    return List.of(points(), forks());
  }

  private TableView points() {
    return new TableView(
            "All valid forks of a point together; in parentheses where none is valid",
            HEADS,
            lines(LoadTables::cells))
        .withoutEmptyLastColumn();
  }

  private static List<String> cells(LoadPoint point) {
    List<String> cells = new ArrayList<>();
    cells.add(LoadCharts.rate(point.rate()));
    figures(point).stream().map(f -> doubted(f, point.isValid())).forEach(cells::add);
    cells.add(point.validForks().size() + "/" + point.forks().size());
    cells.add(reasons(point));
    return cells;
  }

  private static List<String> figures(LoadPoint point) {
    Histogram response = point.response();
    return List.of(
        achieved(point),
        millis(response, 0.5),
        millis(response, 0.9),
        millis(response, P99),
        millis(response, 0.999),
        millis(response, 1),
        millis(point.service(), P99),
        millis(point.lag(), P99),
        String.format(Locale.ROOT, "%,d", point.highestInFlight()),
        cpu(point.driverCpu()),
        cpu(point.serverCpu()));
  }

  private static String achieved(LoadPoint point) {
    String achieved = Digits.of(point.achieved());
    return point.keepsUp()
        ? achieved
        : "%s, only %s %%".formatted(achieved, Digits.of(100 * point.achievedShare()));
  }

  /** A percentile without a sample beyond it is the greatest value, and is called so. */
  private static String millis(Histogram times, double fraction) {
    if (times.samples() == 0) {
      return NONE;
    }
    boolean known = fraction == 1 || times.reachesBeyond(fraction);
    return known ? Digits.of(LoadCharts.MILLIS.scale(times.percentile(fraction))) : "= max";
  }

  private static String cpu(OptionalDouble seconds) {
    return seconds.isPresent() ? Digits.of(LoadCharts.MILLIS.scale(seconds.getAsDouble())) : NONE;
  }

  private static String doubted(String figure, boolean valid) {
    return valid || figure.equals(NONE) ? figure : "(" + figure + ")";
  }

  private static String reasons(LoadPoint point) {
    List<LoadFork> forks = point.forks();
    return IntStream.range(0, forks.size())
        .filter(i -> !forks.get(i).valid())
        .mapToObj(i -> name(forks.get(i), i) + ": " + reasons(forks.get(i)))
        .collect(Collectors.joining("; "));
  }

  private static String reasons(LoadFork fork) {
    return fork.reasons().isEmpty() ? "no reason given" : String.join(", and ", fork.reasons());
  }

  private static String name(LoadFork fork, int index) {
    Matcher round = ROUND.matcher(fork.name());
    return round.matches() ? "round " + round.group(1) : "fork " + (index + 1);
  }

  private TableView forks() {
    int most = scenario.points().stream().mapToInt(p -> p.forks().size()).max().orElse(0);
    List<String> heads = new ArrayList<>(List.of("model", "offered (1/s)"));
    IntStream.rangeClosed(1, most).forEach(fork -> heads.add("fork " + fork));
    return new TableView(
        "Response p99 of every fork, in order of execution (ms); in parentheses where it is not"
            + " valid",
        heads,
        lines(point -> ofForks(point, most)));
  }

  private static List<String> ofForks(LoadPoint point, int most) {
    List<String> cells = new ArrayList<>(List.of(LoadCharts.rate(point.rate())));
    for (int i = 0; i < most; i++) {
      cells.add(i < point.forks().size() ? p99(point.forks().get(i)) : NONE);
    }
    return cells;
  }

  private static String p99(LoadFork fork) {
    double seconds = fork.times().response().percentile(P99);
    boolean none = Double.isNaN(seconds);
    return none ? NONE : doubted(Digits.of(LoadCharts.MILLIS.scale(seconds)), fork.valid());
  }

  private List<TableView.Line> lines(Function<LoadPoint, List<String>> cells) {
    return scenario.points().stream()
        .map(
            point ->
                new TableView.Line(
                    "m" + styles.colourOf(point.model()),
                    LoadCharts.name(point),
                    cells.apply(point)))
        .toList();
  }
}
