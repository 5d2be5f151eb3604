package dev.heddle.reports.html;

import dev.heddle.reports.chart.ArmStyles;
import dev.heddle.reports.chart.Chart;
import dev.heddle.reports.chart.Digits;
import dev.heddle.reports.chart.FanOutPlot;
import dev.heddle.reports.chart.FanOutPlot.Curve;
import dev.heddle.reports.chart.FanOutPlot.Point;
import dev.heddle.reports.chart.HumanUnit;
import dev.heddle.reports.read.Run;
import dev.heddle.reports.stats.Estimate;
import dev.heddle.reports.stats.Names;
import dev.heddle.reports.stats.Scaling;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How scores grow with the fan-out, a chart and its table for each benchmark that tells. */
final class Scalings {

  private static final String NONE = "–";

  private final ArmStyles styles;

  Scalings(ArmStyles styles) {
    this.styles = styles;
  }

  /**
   * The figures of a run.
   *
   * @param id unique in the page
   */
  List<FigureView> of(Run run, String id, String command) {
    List<Scaling> all = Scaling.of(run.comparable());
    return IntStream.range(0, all.size())
        .mapToObj(i -> figure(all.get(i), id + "f" + i, command))
        .toList();
  }

  private FigureView figure(Scaling scaling, String id, String command) {
    HumanUnit unit =
        HumanUnit.of(
            scaling.unit(),
            scaling.models().values().stream()
                .flatMap(of -> of.values().stream())
                .map(Estimate::value)
                .toList());
    List<Curve> curves =
        scaling.models().entrySet().stream()
            .map(model -> curve(model.getKey(), model.getValue(), unit))
            .toList();
    List<Point> bound =
        scaling.bound().entrySet().stream()
            .map(least -> new Point(least.getKey(), unit.scale(least.getValue()), List.of()))
            .toList();
    String title = title(scaling);
    Chart chart = FanOutPlot.draw(id, title, unit.label(), curves, bound, styles);
    return new FigureView(chart, Optional.of(table(scaling, title, unit)), command);
  }

  private static Curve curve(String model, Map<Integer, Estimate> scores, HumanUnit unit) {
    return new Curve(
        model,
        Names.display(model),
        scores.entrySet().stream()
            .map(
                score ->
                    new Point(
                        score.getKey(),
                        unit.scale(score.getValue().value()),
                        score.getValue().forks().stream().map(unit::scale).toList()))
            .toList());
  }

  private static String title(Scaling scaling) {
    String params =
        scaling.params().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .filter(param -> !param.getValue().equals("DEFAULT") && !param.getValue().isEmpty())
            .map(param -> Names.display(param.getValue()))
            .collect(Collectors.joining(", "));
    String what =
        switch (scaling.unit().quantity()) {
          case TIME_PER_OPERATION -> "time";
          case THROUGHPUT -> "throughput";
          case OTHER_RATE, OTHER_COST -> "score";
        };
    String name = Names.display(scaling.title());
    return params.isEmpty() ? name + ", " + what : "%s (%s), %s".formatted(name, params, what);
  }

  private TableView table(Scaling scaling, String title, HumanUnit unit) {
    List<Integer> fanOuts =
        scaling.models().values().stream()
            .flatMap(of -> of.keySet().stream())
            .distinct()
            .sorted()
            .toList();
    List<String> heads = new ArrayList<>(List.of("model"));
    fanOuts.forEach(fanOut -> heads.add("%,d (%s)".formatted(fanOut, unit.label())));
    List<TableView.Line> lines = new ArrayList<>();
    scaling
        .models()
        .forEach(
            (model, scores) ->
                lines.add(
                    new TableView.Line(
                        "m" + styles.colourOf(model),
                        Names.display(model),
                        fanOuts.stream()
                            .map(
                                fanOut ->
                                    Optional.ofNullable(scores.get(fanOut))
                                        .map(score -> Digits.of(unit.scale(score.value())))
                                        .orElse(NONE))
                            .toList())));
    return new TableView(title + " over fan-out", heads, lines);
  }
}
