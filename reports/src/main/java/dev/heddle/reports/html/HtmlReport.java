package dev.heddle.reports.html;

import dev.heddle.reports.read.Run;
import dev.heddle.reports.stats.Level;
import java.io.Writer;
import java.util.List;

/** The report as one HTML file that loads nothing from anywhere. */
public final class HtmlReport {

  private HtmlReport() {}

  /**
   * Writes the page; the writer stays open.
   *
   * @param runs one section each, in this order
   */
  public static void write(List<Run> runs, Writer writer) {
    Views views = new Views();
    PageView page =
        new PageView(
            Skeleton.standard(),
            runs.stream().map(views::of).toList(),
            percent(Level.CONFIDENCE),
            percent(Level.SMALLEST_EFFECT));
    Skeleton.render("report.jte", page, writer);
  }

  private static String percent(double fraction) {
    return Math.round(fraction * 100) + " %";
  }
}
