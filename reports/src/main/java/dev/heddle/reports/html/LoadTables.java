package dev.heddle.reports.html;

import dev.heddle.reports.chart.ArmStyles;
import dev.heddle.reports.chart.Digits;
import dev.heddle.reports.read.Histogram;
import dev.heddle.reports.read.LoadFork;
import dev.heddle.reports.stats.CeilingBound;
import dev.heddle.reports.stats.LoadPoint;
import dev.heddle.reports.stats.LoadReference;
import dev.heddle.reports.stats.LoadScenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The numbers of a scenario under load. */
final class LoadTables {

  private static final String NONE = "–";
  private static final Pattern ROUND = Pattern.compile("round-0*(\\d+)_.*");
  private static final List<String> HEADS =
      List.of(
          "model",
          "offered (1/s)",
          "valid forks",
          "achieved (1/s)",
          "response p50 (ms)",
          "p90 (ms)",
          "p99 (ms)",
          "p99.9 (ms)",
          "max (ms)",
          "service p99 (ms)",
          "driver lag p99 (ms)",
          "most in flight",
          "driver CPU / request (ms)",
          "server CPU / request (ms)",
          "of the ceiling (%)");

  private final LoadScenario scenario;
  private final List<LoadReference> references;
  private final CeilingBound bound;
  private final ArmStyles styles;

  LoadTables(LoadContext load, ArmStyles styles) {
    this.scenario = load.scenario();
    this.references = load.references();
    this.bound = load.bound();
    this.styles = styles;
  }

  List<TableView> all() {
    return Stream.of(Optional.of(points()), Optional.of(forks()), reasons())
        .flatMap(Optional::stream)
        .toList();
  }

  private TableView points() {
    return new TableView(
            "All valid forks of a point together; in parentheses where none is valid",
            HEADS,
            lines(this::cells))
        .withoutEmptyLastColumn();
  }

  /** Models, and below them the references. */
  private List<TableView.Line> lines(Function<LoadPoint, List<String>> cells) {
    return Stream.concat(
            scenario.points().stream().map(point -> line(point, cells.apply(point))),
            ofReferences().map(point -> reference(point, cells.apply(point))))
        .toList();
  }

  private Stream<LoadPoint> ofReferences() {
    return references.stream().flatMap(reference -> reference.points().stream());
  }

  private static TableView.Line reference(LoadPoint point, List<String> cells) {
    return TableView.Line.reference(point.model(), cells);
  }

  private List<String> cells(LoadPoint point) {
    List<String> cells = new ArrayList<>();
    cells.add(LoadFigures.rate(point.rate()));
    cells.add(point.validForks().size() + "/" + point.forks().size());
    figures(point).stream().map(f -> doubted(f, point.isValid())).forEach(cells::add);
    cells.add(ceiling(point));
    return cells;
  }

  private String ceiling(LoadPoint point) {
    OptionalDouble share = bound.share(point);
    if (share.isEmpty()) {
      return "";
    }
    String percent = Digits.of(100 * share.getAsDouble());
    return bound.holds(point) ? percent + ", ceiling-bound" : percent;
  }

  private static List<String> figures(LoadPoint point) {
    Histogram response = point.response();
    return List.of(
        achieved(point),
        millis(response, 0.5),
        millis(response, 0.9),
        millis(response, LoadPoint.P99),
        millis(response, 0.999),
        millis(response, 1),
        millis(point.service(), LoadPoint.P99),
        millis(point.lag(), LoadPoint.P99),
        String.format(Locale.ROOT, "%,d", point.highestInFlight()),
        cpu(point.driverCpu()),
        cpu(point.serverCpu()));
  }

  private static String achieved(LoadPoint point) {
    String achieved = Digits.of(point.achieved());
    return point.keepsUp()
        ? achieved
        : "%s = %s %%".formatted(achieved, Digits.of(100 * point.achievedShare()));
  }

  /** A percentile without a sample beyond it is the greatest value, and is called so. */
  private static String millis(Histogram times, double fraction) {
    if (times.samples() == 0) {
      return NONE;
    }
    boolean known = fraction == 1 || times.reachesBeyond(fraction);
    return known ? Digits.of(LoadFigures.MILLIS.scale(times.percentile(fraction))) : "= max";
  }

  private static String cpu(OptionalDouble seconds) {
    return seconds.isPresent() ? Digits.of(LoadFigures.MILLIS.scale(seconds.getAsDouble())) : NONE;
  }

  private static String doubted(String figure, boolean valid) {
    return valid || figure.equals(NONE) ? figure : "(" + figure + ")";
  }

  private Optional<TableView> reasons() {
    List<TableView.Line> lines =
        Stream.concat(
                scenario.points().stream().flatMap(p -> reasons(p, this::line).stream()),
                ofReferences().flatMap(p -> reasons(p, LoadTables::reference).stream()))
            .toList();
    List<String> heads = List.of("model", "offered (1/s)", "fork", "reason");
    return Optional.of(new TableView("Forks that are not valid, and why", heads, lines))
        .filter(table -> !table.rows().isEmpty());
  }

  private static List<TableView.Line> reasons(
      LoadPoint point, BiFunction<LoadPoint, List<String>, TableView.Line> line) {
    List<LoadFork> forks = point.forks();
    return IntStream.range(0, forks.size())
        .filter(i -> !forks.get(i).valid())
        .mapToObj(i -> line.apply(point, reasons(point, i)))
        .toList();
  }

  private static List<String> reasons(LoadPoint point, int index) {
    LoadFork fork = point.forks().get(index);
    return List.of(LoadFigures.rate(point.rate()), name(fork, index), reasons(fork));
  }

  private static String reasons(LoadFork fork) {
    return fork.reasons().isEmpty() ? "no reason given" : String.join(", and ", fork.reasons());
  }

  private static String name(LoadFork fork, int index) {
    Matcher round = ROUND.matcher(fork.name());
    return round.matches() ? "round " + round.group(1) : "fork " + (index + 1);
  }

  private TableView forks() {
    int most =
        Stream.concat(scenario.points().stream(), ofReferences())
            .mapToInt(p -> p.forks().size())
            .max()
            .orElse(0);
    List<String> heads = new ArrayList<>(List.of("model", "offered (1/s)"));
    IntStream.rangeClosed(1, most).forEach(fork -> heads.add("fork " + fork));
    return new TableView(
        "Response p99 of every fork, in order of execution (ms); in parentheses where it is not"
            + " valid",
        heads,
        lines(point -> ofForks(point, most)));
  }

  private static List<String> ofForks(LoadPoint point, int most) {
    List<String> cells = new ArrayList<>(List.of(LoadFigures.rate(point.rate())));
    for (int i = 0; i < most; i++) {
      cells.add(i < point.forks().size() ? p99(point.forks().get(i)) : NONE);
    }
    return cells;
  }

  private static String p99(LoadFork fork) {
    double seconds = fork.times().response().percentile(LoadPoint.P99);
    boolean none = Double.isNaN(seconds);
    return none ? NONE : doubted(Digits.of(LoadFigures.MILLIS.scale(seconds)), fork.valid());
  }

  private TableView.Line line(LoadPoint point, List<String> cells) {
    return new TableView.Line("m" + styles.colourOf(point.model()), LoadFigures.name(point), cells);
  }
}
