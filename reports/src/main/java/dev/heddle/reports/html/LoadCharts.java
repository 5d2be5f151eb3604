package dev.heddle.reports.html;

import dev.heddle.reports.chart.ArmStyles;
import dev.heddle.reports.chart.Chart;
import dev.heddle.reports.chart.Digits;
import dev.heddle.reports.chart.NinesPlot;
import dev.heddle.reports.chart.RatePlot;
import dev.heddle.reports.chart.RatePlot.Curve;
import dev.heddle.reports.chart.RatePlot.Fork;
import dev.heddle.reports.chart.RatePlot.Frame;
import dev.heddle.reports.chart.RatePlot.Limit;
import dev.heddle.reports.chart.RatePlot.Point;
import dev.heddle.reports.chart.RatePlot.Values;
import dev.heddle.reports.read.LoadFork;
import dev.heddle.reports.stats.LoadPoint;
import dev.heddle.reports.stats.LoadReference;
import dev.heddle.reports.stats.LoadScenario;
import dev.heddle.reports.stats.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** The charts of one scenario under load. */
final class LoadCharts {

  private static final double PERCENT = 100;

  private final LoadScenario scenario;
  private final List<LoadReference> references;
  private final Optional<Searched> searched;
  private final String id;
  private final ArmStyles styles;

  LoadCharts(LoadContext load, String id, ArmStyles styles) {
    this.scenario = load.scenario();
    this.references = load.references();
    this.searched = load.searched();
    this.id = id;
    this.styles = styles;
  }

  /** Response p99 over the offered rate. */
  Chart latency() {
    List<String> notes = new ArrayList<>(List.of("Small marks: each fork's own p99."));
    long short99 =
        scenario.points().stream().filter(p -> !p.response().reachesBeyond(LoadPoint.P99)).count();
    if (short99 > 0) {
      notes.add("Points of fewer than 100 requests: %d; their p99 is the max.".formatted(short99));
    }
    if (scenario.models().stream().anyMatch(model -> best(model).isPresent())) {
      notes.add("Ringed: the highest rate that kept the objective.");
    }
    Frame frame =
        new Frame(
            "Response time p99 against offered load (ms)",
            "ms, log scale",
            Values.LOG,
            limit(),
            notes);
    return RatePlot.draw(
        id + "r",
        frame,
        curves(
            LoadFigures::p99,
            fork -> LoadFigures.MILLIS.scale(fork.times().response().percentile(LoadPoint.P99))),
        styles);
  }

  private Optional<Limit> limit() {
    return searched
        .map(found -> found.search().p99Limit())
        .filter(OptionalDouble::isPresent)
        .map(seconds -> LoadFigures.MILLIS.scale(seconds.getAsDouble()))
        .map(millis -> new Limit(millis, "objective: %s ms".formatted(Digits.of(millis))));
  }

  private OptionalDouble best(String model) {
    return searched.map(found -> found.best(model)).orElse(OptionalDouble.empty());
  }

  /** Answers as a share of the offered rate, over it. */
  Chart achieved() {
    Frame frame =
        new Frame(
            "Achieved share of the offered rate (%)",
            "% of the offered rate",
            Values.PERCENT,
            List.of(
                "Large marks: the median; small ones: each fork.",
                "Short runs of random arrivals are some percent off by chance."));
    return RatePlot.draw(
        id + "a",
        frame,
        curves(
            point -> PERCENT * point.achievedShare(),
            fork -> PERCENT * fork.achievedPerSecond() / fork.offeredPerSecond()),
        styles);
  }

  /** All percentiles of the models that have a valid fork at a rate; else of all. */
  Chart distribution(double rate) {
    List<LoadPoint> valid = scenario.at(rate).stream().filter(LoadPoint::isValid).toList();
    List<LoadPoint> shown = valid.isEmpty() ? scenario.at(rate) : valid;
    String title =
        "Percentiles at %s/s%s"
            .formatted(LoadFigures.rate(rate), valid.isEmpty() ? ", no valid fork" : "");
    return NinesPlot.draw(
        id + "p" + scenario.rates().indexOf(rate),
        title,
        Stream.concat(
                shown.stream()
                    .map(
                        p ->
                            new NinesPlot.Curve(
                                p.model(), LoadFigures.name(p), p.response(), p.service())),
                validReferences(rate)
                    .map(p -> NinesPlot.Curve.reference(p.model(), p.response(), p.service())))
            .toList(),
        Stream.concat(missing(shown).stream(), missingReferences(rate)).toList(),
        LoadFigures.MILLIS,
        styles);
  }

  private Stream<LoadPoint> validReferences(double rate) {
    return referencesAt(rate).filter(LoadPoint::isValid);
  }

  private Stream<String> missingReferences(double rate) {
    return referencesAt(rate)
        .filter(point -> !point.isValid())
        .map(point -> "No valid fork of the reference %s.".formatted(point.model()));
  }

  private Stream<LoadPoint> referencesAt(double rate) {
    return references.stream()
        .flatMap(reference -> reference.points().stream())
        .filter(point -> point.rate() == rate);
  }

  /** Who stays out of a chart; counted where the names would not fit. */
  private List<String> missing(List<LoadPoint> shown) {
    List<String> missing =
        scenario.models().stream()
            .filter(model -> shown.stream().noneMatch(point -> point.model().equals(model)))
            .map(Names::display)
            .toList();
    return switch (missing.size()) {
      case 0 -> List.of();
      case 1, 2 -> List.of("No valid fork of " + String.join(" and ", missing) + ".");
      default -> List.of("No valid fork of %d other models.".formatted(missing.size()));
    };
  }

  private List<Curve> curves(ToDoubleFunction<LoadPoint> value, ToDoubleFunction<LoadFork> ofFork) {
    Function<LoadFork, Fork> fork = f -> new Fork(ofFork.applyAsDouble(f), f.valid());
    Function<LoadPoint, Point> drawn =
        point ->
            new Point(
                point.rate(),
                value.applyAsDouble(point),
                point.isValid(),
                point.forks().stream().map(fork).toList());
    Stream<Curve> models =
        scenario.models().stream()
            .map(
                model ->
                    new Curve(
                        model,
                        Names.display(model),
                        best(model),
                        scenario.of(model).stream().map(drawn).toList()));
    Stream<Curve> beside =
        references.stream()
            .map(r -> Curve.reference(r.name(), r.points().stream().map(drawn).toList()));
    return Stream.concat(models, beside).toList();
  }
}
