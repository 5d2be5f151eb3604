package dev.heddle.reports.html;

import dev.heddle.reports.chart.Chart;
import dev.heddle.reports.read.Run;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The report's charts as SVG files of their own, for pages that are not ours. */
public final class ChartFiles {

  private static final Asset STYLE = Asset.named("page.css");

  /** In the page the charts take the font of what is around them. */
  private static final String FONT =
      "svg { font-family: system-ui, -apple-system, 'Segoe UI', 'Liberation Sans', sans-serif; }";

  private ChartFiles() {}

  /**
   * Every chart of the runs.
   *
   * @return SVG documents by file name, in the page's order; each carries its style, light and dark
   */
  public static Map<String, String> of(List<Run> runs) {
    Views views = new Views();
    Map<String, String> files = new LinkedHashMap<>();
    for (Run run : runs) {
      RunView view = views.of(run);
      Stream.concat(view.price().stream(), view.scaling().stream())
          .map(FigureView::chart)
          .forEach(chart -> files.put(name("run", chart), standalone(chart)));
      for (ScenarioView scenario : view.scenarios()) {
        String prefix = String.join(" ", scenario.id(), scenario.title(), scenario.variant());
        scenario.figures().stream()
            .map(FigureView::chart)
            .forEach(chart -> files.put(name(prefix, chart), standalone(chart)));
      }
      for (LoadView load : view.loads()) {
        load.allCharts().forEach(chart -> files.put(name(load.id(), chart), standalone(chart)));
      }
    }
    return files;
  }

  private static String name(String prefix, Chart chart) {
    String words = prefix + " " + chart.title();
    String slug = words.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    return slug.substring(0, Math.min(slug.length(), 100)).replaceAll("^-|-$", "") + ".svg";
  }

  private static String standalone(Chart chart) {
    int content = chart.svg().indexOf('>') + 1;
    return chart.svg().substring(0, content)
        + "<style>"
        + STYLE.text().replace("&", "&amp;").replace("<", "&lt;")
        + FONT
        + "</style>"
        + chart.svg().substring(content);
  }
}
