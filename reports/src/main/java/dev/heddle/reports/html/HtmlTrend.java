package dev.heddle.reports.html;

import dev.heddle.reports.chart.Chart;
import dev.heddle.reports.chart.Digits;
import dev.heddle.reports.chart.HumanUnit;
import dev.heddle.reports.chart.TrendPlot;
import dev.heddle.reports.compare.CellKey;
import dev.heddle.reports.compare.Measured;
import dev.heddle.reports.stats.Estimate;
import dev.heddle.reports.stats.Names;
import dev.heddle.reports.trend.DatedRun;
import dev.heddle.reports.trend.Newest;
import dev.heddle.reports.trend.Trend;
import java.io.Writer;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** A trend as one HTML file that loads nothing from anywhere. */
public final class HtmlTrend {

  /** More charts would make the page too large to be read. */
  private static final int MOST_CHARTS = 100;

  private static final String NONE = "–";

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Trend trend;

  private HtmlTrend(Trend trend) {
    this.trend = trend;
  }

  /**
   * Writes the page; the writer stays open.
   *
   * @param problems what was left out, a line each
   */
  public static void write(Trend trend, List<String> problems, Writer writer) {
    Skeleton.render("trend.jte", new HtmlTrend(trend).view(problems), writer);
  }

  private TrendView view(List<String> problems) {
    List<TableView.Line> rows = trend.cells().stream().map(this::row).toList();
    return new TrendView(
        Skeleton.standard(),
        problems,
        runs(),
        new TableView(
            "The newest number of each cell",
            List.of(
                "cell", "newest", "99 % interval", "of run", "to first", "to previous", "notes"),
            rows),
        charts(),
        Math.max(0, trend.cells().size() - MOST_CHARTS));
  }

  private TableView runs() {
    return new TableView(
        "Runs, the oldest first",
        List.of("run", "time (UTC)", "time of", "source", "environment"),
        IntStream.range(0, trend.runs().size()).mapToObj(this::run).toList());
  }

  private TableView.Line run(int index) {
    DatedRun run = trend.runs().get(index);
    return new TableView.Line(
        "",
        Integer.toString(index + 1),
        List.of(
            TIME.format(run.time()),
            run.recorded() ? "its start" : "its file",
            run.run().source().toString(),
            Optional.ofNullable(trend.changes().get(index)).orElse("")));
  }

  private TableView.Line row(Trend.Line cell) {
    Newest newest = Newest.of(cell, trend);
    HumanUnit unit = unit(cell, newest.measured());
    Estimate estimate = Estimate.ofForks(newest.measured().forks());
    double value = unit.scale(estimate.value());
    return new TableView.Line(
        "",
        cell.key().label(),
        List.of(
            Digits.of(value) + " " + unit.label(),
            estimate.interval().map(i -> Digits.of(i.map(unit::scale), value)).orElse(NONE),
            Integer.toString(newest.run() + 1),
            ratio(newest.toFirst()),
            ratio(newest.toPrevious()),
            String.join("; ", notes(cell, newest, estimate))));
  }

  private static String ratio(Newest.Step step) {
    return step.effect()
        .flatMap(
            effect ->
                step.interval()
                    .map(
                        interval ->
                            "%s (%s)"
                                .formatted(
                                    Digits.of(effect.ratio()),
                                    Digits.of(interval, effect.ratio()))))
        .orElse(NONE);
  }

  private List<String> notes(Trend.Line cell, Newest newest, Estimate estimate) {
    List<String> notes = new ArrayList<>();
    if (!newest.toFirst().why().isEmpty()) {
      notes.add("no ratio to first: " + newest.toFirst().why());
    }
    if (!newest.toPrevious().why().isEmpty()) {
      notes.add("no ratio to previous: " + newest.toPrevious().why());
    }
    long missing = cell.points().stream().filter(Optional::isEmpty).count();
    if (missing > 0) {
      notes.add("missing in %d of %d runs".formatted(missing, trend.runs().size()));
    }
    newest.measured().broken().ifPresent(notes::add);
    if (!estimate.isSteady()) {
      notes.add("multimodal or unsteady");
    }
    return notes;
  }

  private List<Chart> charts() {
    return IntStream.range(0, Math.min(MOST_CHARTS, trend.cells().size()))
        .mapToObj(i -> chart("t" + i, trend.cells().get(i)))
        .toList();
  }

  private Chart chart(String id, Trend.Line cell) {
    Measured newest = Newest.of(cell, trend).measured();
    List<Optional<Estimate>> points =
        cell.points().stream().map(point -> point.flatMap(known -> point(known, newest))).toList();
    return TrendPlot.draw(
        id, name(cell.key()), points, new TreeSet<>(trend.changes().keySet()), unit(cell, newest));
  }

  /** A number of another quantity, or one that must not be used, has no place in the chart. */
  private static Optional<Estimate> point(Measured one, Measured newest) {
    return one.unit().quantity() == newest.unit().quantity()
            && one.unit().text().equals(newest.unit().text())
            && one.broken().isEmpty()
        ? Optional.of(Estimate.ofForks(one.forks()))
        : Optional.empty();
  }

  private static HumanUnit unit(Trend.Line cell, Measured newest) {
    return HumanUnit.of(
        newest.unit(),
        cell.points().stream()
            .flatMap(Optional::stream)
            .flatMap(known -> point(known, newest).stream())
            .map(Estimate::value)
            .toList());
  }

  private static String name(CellKey key) {
    return Names.display(key.label());
  }
}
