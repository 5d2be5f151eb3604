package dev.heddle.reports.chart;

import java.awt.BasicStroke;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * The path of a search, a line for each model: the rate of each step. Filled is what was met,
 * hollow what was not, thin what was not because its runs were not valid. A ring is around the run
 * that confirmed the highest rate, a dotted one around those that should have and did not.
 */
public final class SearchPlot {

  private static final int HEIGHT = 270;
  private static final int NOTE = 19;
  private static final int LONGEST_NAME = 34;

  /** Models stand beside each other at this share of a step. */
  private static final double BESIDE = 0.11;

  private static final double SMALL = 3;
  private static final double PLAIN = 4.2;
  private static final double RING = 7.5;
  private static final BasicStroke DOTS =
      new BasicStroke(
          1.4f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, 1, new float[] {0.1f, 3}, 0);

  /**
   * A model.
   *
   * @param key gives it its colour and mark
   * @param name stands in the legend, with the highest rate
   * @param steps in the order in which they were tried
   */
  public record Path(String key, String name, List<Step> steps) {

    public Path {
      steps = List.copyOf(steps);
    }
  }

  /**
   * One level.
   *
   * @param rate per second
   * @param met whether the objective was kept
   * @param valid whether the runs were
   * @param confirms whether it was a run that decides
   */
  public record Step(double rate, boolean met, boolean valid, boolean confirms) {

    private boolean isHighest() {
      return confirms && met;
    }

    private boolean isNotConfirmed() {
      return confirms && !met;
    }
  }

  private final String title;
  private final List<Path> paths;
  private final ArmStyles styles;
  private final Scale steps;
  private final Scale rates;

  private SearchPlot(String title, List<Path> paths, ArmStyles styles) {
    this.title = title;
    this.paths = paths;
    this.styles = styles;
    this.steps = Scale.steps(paths.stream().mapToInt(path -> path.steps().size()).max().orElse(1));
    this.rates = Scale.logarithmic(steps().map(Step::rate).toList());
  }

  /**
   * Draws a chart.
   *
   * @param id unique in the page
   * @param objective what was to be kept
   * @param paths at least one, with at least one step
   */
  public static Chart draw(String id, String objective, List<Path> paths, ArmStyles styles) {
    String title = "Search for the highest rate that keeps " + objective;
    return new SearchPlot(title, paths, styles).chart(id);
  }

  private Chart chart(String id) {
    List<String> notes = notes();
    JFreeChart chart = ChartStyle.chart(plot(), notes);
    chart.addSubtitle(0, ChartStyle.legend(chart.getPlot()));
    int height = HEIGHT + NOTE * (notes.size() + paths.size());
    ThemedSvg.Alternative text = new ThemedSvg.Alternative(title, description());
    String svg = ThemedSvg.draw(chart, ChartStyle.WIDTH, height, id, text);
    return new Chart(title, svg, notes);
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    notes.add("Filled: kept. Hollow: not kept.");
    if (steps().anyMatch(step -> !step.valid())) {
      notes.add("Small and hollow: most forks were not valid.");
    }
    if (steps().anyMatch(Step::isHighest)) {
      notes.add("Ringed: the highest rate, confirmed by a longer run.");
    }
    if (steps().anyMatch(Step::isNotConfirmed)) {
      notes.add("Ringed with dots: a longer run that did not confirm.");
    }
    return notes;
  }

  private XYPlot plot() {
    XYPlot plot = new XYPlot();
    ChartStyle.plain(plot);
    plot.setDomainAxis(ChartStyle.axis("step", steps));
    plot.setRangeAxis(ChartStyle.axis("offered rate (1/s), log scale", rates));
    add(plot, series(Step::met), renderer(PLAIN, Look.FILLED));
    add(plot, series(step -> !step.met() && step.valid()), renderer(PLAIN, Look.HOLLOW));
    add(plot, series(step -> !step.met() && !step.valid()), renderer(SMALL, Look.HOLLOW));
    add(plot, series(Step::isHighest), renderer(RING, Look.HOLLOW));
    add(plot, series(Step::isNotConfirmed), renderer(RING, Look.DOTTED));
    add(plot, series(step -> true), renderer(PLAIN, Look.LINE));
    return plot;
  }

  /** How one layer of the chart is drawn. */
  private enum Look {
    FILLED,
    HOLLOW,
    DOTTED,
    LINE
  }

  private static void add(XYPlot plot, XYSeriesCollection data, XYLineAndShapeRenderer renderer) {
    int index = plot.getDatasetCount();
    boolean first = index == 1 && plot.getDataset(0) == null;
    plot.setDataset(first ? 0 : index, data);
    plot.setRenderer(first ? 0 : index, renderer);
  }

  private XYSeriesCollection series(Predicate<Step> shown) {
    XYSeriesCollection all = new XYSeriesCollection();
    for (int i = 0; i < paths.size(); i++) {
      Path path = paths.get(i);
      XYSeries series = new XYSeries(SeriesKey.of(i, path.name(), LONGEST_NAME), false, true);
      double beside = (i - (paths.size() - 1) / 2.0) * BESIDE;
      for (int step = 0; step < path.steps().size(); step++) {
        Step at = path.steps().get(step);
        double place = shown.test(at) ? rates.place(at.rate()) : Double.NaN;
        series.add(step + 1 + beside, place);
      }
      all.addSeries(series);
    }
    return all;
  }

  private XYLineAndShapeRenderer renderer(double radius, Look look) {
    boolean line = look == Look.LINE;
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(line, !line);
    renderer.setDefaultShapesFilled(look == Look.FILLED);
    renderer.setDrawOutlines(look == Look.HOLLOW || look == Look.DOTTED);
    renderer.setDefaultSeriesVisibleInLegend(look == Look.FILLED);
    for (int i = 0; i < paths.size(); i++) {
      renderer.setSeriesShape(i, styles.mark(paths.get(i).key(), radius));
      renderer.setSeriesPaint(i, styles.solid(paths.get(i).key()));
      renderer.setSeriesStroke(i, new BasicStroke(1.1f));
      renderer.setSeriesOutlineStroke(i, look == Look.DOTTED ? DOTS : new BasicStroke(1.1f));
    }
    return renderer;
  }

  private Stream<Step> steps() {
    return paths.stream().flatMap(path -> path.steps().stream());
  }

  private String description() {
    return paths.stream().map(SearchPlot::described).collect(Collectors.joining("; "));
  }

  private static String described(Path path) {
    return path.steps().stream()
        .map(step -> Scale.label(step.rate()) + "/s " + (step.met() ? "kept" : "not kept"))
        .collect(Collectors.joining(", ", path.name() + ": ", ""));
  }
}
