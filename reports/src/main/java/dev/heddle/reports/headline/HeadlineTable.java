package dev.heddle.reports.headline;

import dev.heddle.reports.chart.Digits;
import dev.heddle.reports.html.Headline;
import dev.heddle.reports.html.LoadContext;
import dev.heddle.reports.html.Searched;
import dev.heddle.reports.read.Calibration;
import dev.heddle.reports.read.Environment;
import dev.heddle.reports.read.Run;
import dev.heddle.reports.stats.Comparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What several runs say together: a line for each workload.
 *
 * @param sentence who leads how often, and who is among the best
 * @param rows scores first, then loads and searches, in the order of the runs
 * @param shared the parameters that all scores have in common, as a reader calls them
 * @param machines where and with what the runs were made, without repetitions
 */
public record HeadlineTable(
    String sentence, List<HeadlineRow> rows, List<String> shared, List<String> machines) {

  private static final double PERCENT = 100;

  /** What tells where a run was made, by its table in the environment. */
  private record Where(String table, String name, String before, String after) {}

  private static final List<Where> WHERE =
      List.of(
          new Where("machine", "cpu › model", "", ""),
          new Where("machine", "cpu › logical cores", "", " logical cores"),
          new Where("jdk", "version", "JDK ", ""),
          new Where("heddle", "commit", "commit ", ""));

  public HeadlineTable {
    rows = List.copyOf(rows);
    shared = List.copyOf(shared);
    machines = List.copyOf(machines);
  }

  /**
   * Of all runs.
   *
   * @param selection which scenarios with scores are taken; loads and searches all are
   */
  public static HeadlineTable of(List<Run> runs, Selection selection) {
    List<Comparison> comparisons =
        runs.stream()
            .flatMap(run -> Comparison.of(run).stream())
            .filter(comparison -> selection.holds(comparison.scenario()))
            .toList();
    ScoreRows scores = ScoreRows.of(comparisons);
    List<HeadlineRow> rows = new ArrayList<>(scores.rows());
    runs.stream()
        .flatMap(run -> LoadContext.of(run).stream())
        .flatMap(load -> row(load).stream())
        .forEach(rows::add);
    List<String> machines = runs.stream().flatMap(run -> machine(run).stream()).distinct().toList();
    return new HeadlineTable(
        (Headline.of(comparisons) + " " + scores.amongTheBest()).strip(),
        rows,
        shared(scores.labels().shared()),
        machines);
  }

  private static List<String> shared(Map<String, String> params) {
    return params.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(Labels::param)
        .toList();
  }

  /** A search is known by its rate; what a model took on the way there is no comparison. */
  private static Optional<HeadlineRow> row(LoadContext load) {
    return load.searched().isPresent()
        ? load.searched()
            .map(Searched::search)
            .filter(search -> search.models().size() > 1)
            .map(search -> new SearchRow(search, load.scenario(), load.bound()).row())
        : LoadRow.of(load.scenario(), load.bound());
  }

  private static Optional<String> machine(Run run) {
    return run.environment()
        .map(
            environment ->
                WHERE.stream()
                        .flatMap(where -> fact(environment, where))
                        .collect(Collectors.joining(", "))
                    + changes(environment)
                    + noise(run))
        .filter(text -> !text.isEmpty());
  }

  private static String noise(Run run) {
    return run.calibration()
        .flatMap(Calibration::greatestNoise)
        .map(
            floor ->
                ", noise floor %s %% (%s)"
                    .formatted(Digits.of(PERCENT * floor.share()), floor.work()))
        .orElse("");
  }

  private static String changes(Environment environment) {
    return environment.fact("heddle", "dirty").filter("true"::equals).isPresent()
        ? " with changes of its own"
        : "";
  }

  private static Stream<String> fact(Environment environment, Where where) {
    return environment.fact(where.table(), where.name()).stream()
        .map(value -> where.before() + value + where.after());
  }
}
