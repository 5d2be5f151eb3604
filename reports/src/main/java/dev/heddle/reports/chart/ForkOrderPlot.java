package dev.heddle.reports.chart;

import java.awt.BasicStroke;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Every fork of both sides in order of execution, so that drift is seen. */
public final class ForkOrderPlot {

  private static final int HEIGHT = 220;
  private static final int NOTE = 19;
  private static final double BESIDE = 0.06;

  private final List<Double> base;
  private final List<Double> candidate;
  private final HumanUnit unit;
  private final Scale scale;

  private ForkOrderPlot(List<Double> base, List<Double> candidate, HumanUnit unit) {
    this.base = base;
    this.candidate = candidate;
    this.unit = unit;
    this.scale =
        Scale.tight(Stream.concat(base.stream(), candidate.stream()).map(unit::scale).toList());
  }

  /**
   * Draws a chart.
   *
   * @param id unique in the page
   * @param base one number a fork in the quantity's base unit
   * @param candidate the same of the other side
   */
  public static Chart draw(String id, List<Double> base, List<Double> candidate, HumanUnit unit) {
    return new ForkOrderPlot(base, candidate, unit).chart(id);
  }

  private Chart chart(String id) {
    String title = "Each fork in order of execution (" + unit.label() + ")";
    List<String> limits =
        List.of(
            scale.logarithmic()
                ? "Log scale: distances are ratios, and there is no zero."
                : "The axis does not start at zero.");
    JFreeChart chart = ChartStyle.chart(plot(), limits);
    chart.addSubtitle(0, ChartStyle.legend(chart.getPlot()));
    String description =
        described(SideStyle.BASE, base) + "; " + described(SideStyle.CANDIDATE, candidate);
    return new Chart(
        title,
        ThemedSvg.draw(
            chart,
            ChartStyle.WIDTH,
            HEIGHT + NOTE * (limits.size() + 1),
            id,
            new ThemedSvg.Alternative(title, description)),
        limits);
  }

  private XYPlot plot() {
    XYPlot plot = new XYPlot();
    ChartStyle.plain(plot);
    plot.setDomainAxis(
        ChartStyle.axis("fork", Scale.steps(Math.max(1, Math.max(base.size(), candidate.size())))));
    plot.setRangeAxis(ChartStyle.axis(unit.label(), scale));
    plot.setDomainGridlinesVisible(false);
    XYSeriesCollection all = new XYSeriesCollection();
    all.addSeries(series(0, SideStyle.BASE, base));
    all.addSeries(series(1, SideStyle.CANDIDATE, candidate));
    plot.setDataset(all);
    plot.setRenderer(renderer());
    return plot;
  }

  private XYSeries series(int index, SideStyle side, List<Double> forks) {
    XYSeries series = new XYSeries(new SeriesKey(index, side.words()), false, true);
    double beside = side == SideStyle.BASE ? -BESIDE : BESIDE;
    for (int fork = 0; fork < forks.size(); fork++) {
      double value = unit.scale(forks.get(fork));
      boolean drawable = Double.isFinite(value) && (value > 0 || !scale.logarithmic());
      series.add(fork + 1 + beside, drawable ? scale.place(value) : Double.NaN);
    }
    return series;
  }

  private static XYLineAndShapeRenderer renderer() {
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, true);
    style(renderer, 0, SideStyle.BASE);
    style(renderer, 1, SideStyle.CANDIDATE);
    return renderer;
  }

  private static void style(XYLineAndShapeRenderer renderer, int index, SideStyle side) {
    renderer.setSeriesShape(index, side.mark().ofRadius(3.4));
    renderer.setSeriesPaint(index, side.solid());
    renderer.setSeriesStroke(index, new BasicStroke(1f));
  }

  private String described(SideStyle side, List<Double> forks) {
    return forks.stream()
        .limit(40)
        .map(fork -> Digits.of(unit.scale(fork)))
        .collect(Collectors.joining(", ", side.words() + ": ", ""));
  }
}
