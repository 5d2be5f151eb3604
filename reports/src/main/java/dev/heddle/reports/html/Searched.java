package dev.heddle.reports.html;

import dev.heddle.reports.chart.ArmStyles;
import dev.heddle.reports.chart.Chart;
import dev.heddle.reports.chart.Digits;
import dev.heddle.reports.chart.SearchPlot;
import dev.heddle.reports.read.Search;
import dev.heddle.reports.stats.Names;
import dev.heddle.reports.stats.SearchStanding;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A search for the highest rate, in words, as a chart, and in numbers.
 *
 * @param search with at least one step
 */
public record Searched(Search search) {

  private static final double PERCENT = 100;

  /** Whether there is anything to show. */
  static boolean isWorthShowing(Search search) {
    return search.models().stream().anyMatch(model -> !model.path().isEmpty());
  }

  /** Which model went how far, and which cannot be told apart. */
  public String answer() {
    return SearchStanding.of(search)
        .map(this::answer)
        .orElseGet(
            () ->
                search.models().stream().allMatch(Search.OfModel::ended)
                    ? "No rate was found that keeps %s.".formatted(search.objective())
                    : "No rate was confirmed that keeps %s.%s%s"
                        .formatted(search.objective(), missing(), cutOff()));
  }

  private String answer(SearchStanding standing) {
    Search.OfModel best = standing.best();
    return "The highest rate that keeps %s: %s, %s/s.%s%s%s%s"
        .formatted(
            search.objective(),
            name(best),
            LoadFigures.rate(max(best)),
            others(standing.found()),
            alike(standing),
            missing(),
            cutOff());
  }

  private static String others(List<Search.OfModel> found) {
    double best = max(found.getFirst());
    return found.size() == 1
        ? ""
        : found.stream()
            .skip(1)
            .map(
                model ->
                    "%s × %s, %s/s"
                        .formatted(
                            name(model),
                            Digits.of(max(model) / best),
                            LoadFigures.rate(max(model))))
            .collect(Collectors.joining("; ", " The others: ", "."));
  }

  private String alike(SearchStanding standing) {
    List<String> names = standing.ahead().stream().skip(1).map(Searched::name).toList();
    return names.isEmpty()
        ? ""
        : " Within the search's %s %% of the highest, and not to be told from it: %s."
            .formatted(Digits.of(PERCENT * search.precision()), String.join(", ", names));
  }

  private String missing() {
    List<String> names =
        search.models().stream()
            .filter(model -> model.max().isEmpty() && model.ended())
            .map(Searched::name)
            .toList();
    return names.isEmpty() ? "" : " No rate found: %s.".formatted(String.join(", ", names));
  }

  private String cutOff() {
    List<String> names =
        search.models().stream()
            .filter(model -> !model.ended())
            .map(model -> name(model) + " (" + soFar(model) + ")")
            .toList();
    return names.isEmpty()
        ? ""
        : " The search did not end for: %s.".formatted(String.join(", ", names));
  }

  private static String soFar(Search.OfModel model) {
    return model.highestKept().isPresent()
        ? "the highest rate kept so far is %s/s, not confirmed"
            .formatted(LoadFigures.rate(model.highestKept().getAsDouble()))
        : "no rate kept so far";
  }

  /** The path. */
  Chart chart(String id, ArmStyles styles) {
    return SearchPlot.draw(
        id, search.objective(), tried().stream().map(Searched::path).toList(), styles);
  }

  private static SearchPlot.Path path(Search.OfModel model) {
    return new SearchPlot.Path(
        key(model),
        name(model) + (model.max().isPresent() ? " " + LoadFigures.rate(max(model)) + "/s" : ""),
        model.path().stream().map(Searched::step).toList());
  }

  private static SearchPlot.Step step(Search.Step step) {
    return new SearchPlot.Step(step.perSecond(), step.met(), step.valid(), step.confirms());
  }

  /** What came of it, and how. */
  List<TableView> tables(ArmStyles styles) {
    return List.of(
        new TableView(
            "The highest rate that keeps " + search.objective(),
            List.of("model", "highest rate (1/s)", "levels tried"),
            tried().stream().map(model -> line(model, styles, result(model))).toList()),
        new TableView(
            "The search, step by step",
            List.of("model", "step", "phase", "offered (1/s)", "kept", "what was not"),
            tried().stream().flatMap(model -> steps(model, styles).stream()).toList()));
  }

  private static List<String> result(Search.OfModel model) {
    return List.of(highest(model), Integer.toString(model.path().size()));
  }

  private static String highest(Search.OfModel model) {
    if (model.max().isPresent()) {
      return LoadFigures.rate(max(model));
    }
    return model.ended() ? "no rate found" : "not ended: " + soFar(model);
  }

  private static List<TableView.Line> steps(Search.OfModel model, ArmStyles styles) {
    List<TableView.Line> lines = new ArrayList<>();
    IntStream.range(0, model.path().size())
        .forEach(i -> lines.add(line(model, styles, cells(i + 1, model.path().get(i)))));
    return lines;
  }

  private static List<String> cells(int number, Search.Step step) {
    return List.of(
        Integer.toString(number),
        step.phase(),
        LoadFigures.rate(step.perSecond()),
        step.met() ? "yes" : step.valid() ? "no" : "no, most forks were not valid",
        String.join("; ", step.missed()));
  }

  private static TableView.Line line(Search.OfModel model, ArmStyles styles, List<String> cells) {
    return new TableView.Line("m" + styles.colourOf(key(model)), name(model), cells);
  }

  private List<Search.OfModel> tried() {
    return search.models().stream().filter(model -> !model.path().isEmpty()).toList();
  }

  /** The rate that a model's points are marked at. */
  OptionalDouble best(String key) {
    return search.models().stream()
        .filter(model -> key(model).equals(key))
        .map(Search.OfModel::max)
        .findFirst()
        .orElse(OptionalDouble.empty());
  }

  private static double max(Search.OfModel model) {
    return model.max().orElse(0);
  }

  private static String key(Search.OfModel model) {
    return Names.constant(model.model());
  }

  private static String name(Search.OfModel model) {
    return Names.display(key(model));
  }
}
