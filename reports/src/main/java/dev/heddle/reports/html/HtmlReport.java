package dev.heddle.reports.html;

import dev.heddle.reports.read.Run;
import dev.heddle.reports.stats.Level;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.WriterOutput;
import java.io.Writer;
import java.util.List;

/** The report as one HTML file that loads nothing from anywhere. */
public final class HtmlReport {

  private static final String TEMPLATES = "dev.heddle.reports.html.templates";
  private static final Asset STYLE = Asset.named("page.css");
  private static final Asset SCRIPT = Asset.named("page.js");

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
            policy(),
            STYLE.text(),
            SCRIPT.text(),
            runs.stream().map(views::of).toList(),
            percent(Level.CONFIDENCE),
            percent(Level.SMALLEST_EFFECT));
    TemplateEngine engine =
        TemplateEngine.createPrecompiled(
            null, ContentType.Html, HtmlReport.class.getClassLoader(), TEMPLATES);
    engine.render("report.jte", page, new WriterOutput(writer));
  }

  /** Nothing may be loaded or run but the page's own style sheet and script. */
  private static String policy() {
    return "default-src 'none'; style-src %s; script-src %s; base-uri 'none'; form-action 'none'"
        .formatted(STYLE.hash(), SCRIPT.hash());
  }

  private static String percent(double fraction) {
    return Math.round(fraction * 100) + " %";
  }
}
