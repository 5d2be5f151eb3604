package dev.heddle.reports.html;

import dev.heddle.reports.chart.ArmStyles;
import dev.heddle.reports.chart.Digits;
import dev.heddle.reports.chart.HumanUnit;
import dev.heddle.reports.chart.PercentilePlot;
import dev.heddle.reports.read.Metric;
import dev.heddle.reports.stats.ArmResult;
import dev.heddle.reports.stats.Comparison;
import dev.heddle.reports.stats.Estimate;
import dev.heddle.reports.stats.LatencyPoint;
import dev.heddle.reports.stats.Quantity;
import dev.heddle.reports.stats.Ratio;
import dev.heddle.reports.stats.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The numbers of one scenario: those of its charts, and those they were computed from. */
final class Tables {

  private static final String NONE = "–";

  /** JMH gives eight of each sampled secondary metric; four are enough to read. */
  private static final Pattern RARE_PERCENTILE = Pattern.compile("[:·]p0\\.(?:00|95|999|9999)$");

  private final Comparison comparison;
  private final ArmStyles styles;
  private final HumanUnit unit;

  Tables(Comparison comparison, ArmStyles styles) {
    this.comparison = comparison;
    this.styles = styles;
    this.unit =
        HumanUnit.of(
            comparison.scenario().unit(),
            comparison.arms().stream().map(result -> result.score().value()).toList());
  }

  /** What stands below the charts: the estimates, and what they were computed from. */
  List<TableView> all() {
    return Stream.of(Optional.of(scores()), secondary(), Optional.of(forks()))
        .flatMap(Optional::stream)
        .toList();
  }

  private TableView scores() {
    List<String> heads =
        List.of(
            comparison.scenario().axis().name(),
            unit.label(),
            "99 % interval",
            "ratio to best",
            "99 % interval of the ratio",
            "forks",
            "JMH score ± error",
            "notes");
    return new TableView("Estimates", heads, lines(this::score, this::reference))
        .withoutEmptyLastColumn();
  }

  private List<String> score(ArmResult result) {
    Metric metric = result.arm().cell().primary();
    Estimate score = result.score();
    return List.of(
        Digits.of(unit.scale(score.value())),
        interval(score, unit),
        ratio(result),
        result.toBest().map(Tables::interval).orElse(NONE),
        Integer.toString(score.forks().size()),
        jmhScore(metric),
        Notes.of(result));
  }

  private List<String> reference(Reference other) {
    Metric metric = other.cell().primary();
    return List.of(
        Digits.of(unit.scale(other.score().value())),
        interval(other.score(), unit),
        NONE,
        NONE,
        Integer.toString(other.score().forks().size()),
        jmhScore(metric),
        Notes.of(other));
  }

  private static String jmhScore(Metric metric) {
    String error = Double.isNaN(metric.error()) ? "" : " ± " + Digits.of(metric.error());
    return Digits.of(metric.score()) + error + " " + metric.unit();
  }

  /** The numbers of the chart that is computed from the estimates. */
  Optional<TableView> derived() {
    Quantity measured = comparison.scenario().unit().quantity();
    return switch (measured) {
      case TIME_PER_OPERATION -> Optional.of(derived(Quantity.THROUGHPUT, "Throughput"));
      case THROUGHPUT -> Optional.of(derived(Quantity.TIME_PER_OPERATION, "Time per operation"));
      case OTHER_COST, OTHER_RATE -> Optional.empty();
    };
  }

  private TableView derived(Quantity quantity, String name) {
    int threads = comparison.scenario().threads();
    Function<ArmResult, Estimate> inverse = result -> result.score().reciprocal(threads);
    HumanUnit human =
        HumanUnit.of(
            quantity,
            comparison.arms().stream().map(result -> inverse.apply(result).value()).toList());
    List<String> heads =
        List.of(comparison.scenario().axis().name(), human.label(), "99 % interval");
    return new TableView(
        name + ", computed from the estimates above",
        heads,
        lines(
            result ->
                List.of(
                    Digits.of(human.scale(inverse.apply(result).value())),
                    interval(inverse.apply(result), human)),
            other ->
                List.of(
                    Digits.of(human.scale(other.score().reciprocal(threads).value())),
                    interval(other.score().reciprocal(threads), human))));
  }

  /** The numbers of the percentile curves. */
  Optional<TableView> latencies() {
    List<Double> fractions =
        comparison.arms().stream()
            .flatMap(result -> result.latencies().stream())
            .map(LatencyPoint::fraction)
            .distinct()
            .sorted()
            .toList();
    if (fractions.isEmpty()) {
      return Optional.empty();
    }
    HumanUnit latency = new Charts(comparison, "", styles).latencyUnit();
    List<String> heads = new ArrayList<>(List.of(comparison.scenario().axis().name()));
    fractions.forEach(f -> heads.add(PercentilePlot.label(f) + " (" + latency.label() + ")"));
    return Optional.of(
        new TableView(
            "Latency percentiles, with 99 % intervals between forks",
            heads,
            lines(result -> fractions.stream().map(f -> latency(result, f, latency)).toList())));
  }

  private static String latency(ArmResult result, double fraction, HumanUnit unit) {
    return result.latencies().stream()
        .filter(point -> point.fraction() == fraction)
        .map(point -> withInterval(point.latency(), unit))
        .findFirst()
        .orElse(NONE);
  }

  private Optional<TableView> secondary() {
    List<String> names =
        comparison.arms().stream()
            .flatMap(result -> result.secondary().keySet().stream())
            .filter(name -> !RARE_PERCENTILE.matcher(name).find())
            .distinct()
            .toList();
    if (names.isEmpty()) {
      return Optional.empty();
    }
    List<String> heads = new ArrayList<>(List.of(comparison.scenario().axis().name()));
    names.forEach(name -> heads.add(name.replaceFirst("^·", "")));
    return Optional.of(
        new TableView(
            "Secondary metrics, with 99 % intervals between forks",
            heads, lines(result -> names.stream().map(name -> secondary(result, name)).toList())));
  }

  private static String secondary(ArmResult result, String name) {
    Optional<Metric> metric = Optional.ofNullable(result.arm().cell().secondary().get(name));
    Optional<Estimate> estimate = Optional.ofNullable(result.secondary().get(name));
    return estimate
        .map(e -> withInterval(e, new HumanUnit(metric.map(Metric::unit).orElse(""), 1)))
        .map(text -> text + " " + metric.map(Metric::unit).orElse(""))
        .orElse(NONE);
  }

  private TableView forks() {
    int most =
        Stream.concat(
                comparison.arms().stream().map(ArmResult::score),
                comparison.references().stream().map(Reference::score))
            .mapToInt(score -> score.forks().size())
            .max()
            .orElse(0);
    List<String> heads = new ArrayList<>(List.of(comparison.scenario().axis().name()));
    IntStream.rangeClosed(1, most).forEach(fork -> heads.add("fork " + fork));
    return new TableView(
        "Every fork, in order of execution (" + unit.label() + ")",
        heads,
        lines(result -> forks(result.score(), most), other -> forks(other.score(), most)));
  }

  private List<String> forks(Estimate score, int most) {
    return IntStream.range(0, most).mapToObj(i -> fork(score.forks(), i)).toList();
  }

  private String fork(List<Double> forks, int i) {
    return i < forks.size() ? Digits.of(unit.scale(forks.get(i))) : NONE;
  }

  private List<TableView.Line> lines(Function<ArmResult, List<String>> cells) {
    return comparison.arms().stream()
        .map(
            result ->
                new TableView.Line(
                    "m" + styles.colourOf(result.arm().key()),
                    result.arm().name(),
                    cells.apply(result)))
        .toList();
  }

  /** Contestants, and below them the references. */
  private List<TableView.Line> lines(
      Function<ArmResult, List<String>> cells, Function<Reference, List<String>> ofReference) {
    Stream<TableView.Line> references =
        comparison.references().stream()
            .map(other -> TableView.Line.reference(other.name(), ofReference.apply(other)));
    return Stream.concat(lines(cells).stream(), references).toList();
  }

  private static String withInterval(Estimate estimate, HumanUnit unit) {
    String value = Digits.of(unit.scale(estimate.value()));
    return estimate.interval().isPresent() ? value + " (" + interval(estimate, unit) + ")" : value;
  }

  private static String interval(Estimate estimate, HumanUnit unit) {
    return estimate
        .interval()
        .map(interval -> Digits.of(interval.map(unit::scale), unit.scale(estimate.value())))
        .orElse(NONE);
  }

  private String ratio(ArmResult result) {
    boolean best = comparison.isBest(result);
    return best ? "best" : result.toBest().map(ratio -> Digits.of(ratio.value())).orElse(NONE);
  }

  private static String interval(Ratio ratio) {
    return ratio.interval().map(i -> Digits.of(i, ratio.value())).orElse(NONE);
  }
}
