package dev.heddle.reports.html;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.WriterOutput;
import java.io.Writer;

/**
 * What all pages have.
 *
 * @param policy the Content-Security-Policy
 * @param style the style sheet, trusted
 * @param script the script, trusted
 */
public record Skeleton(String policy, String style, String script) {

  private static final String TEMPLATES = "dev.heddle.reports.html.templates";
  private static final Asset STYLE = Asset.named("page.css");
  private static final Asset SCRIPT = Asset.named("page.js");

  /** The one of every page. */
  static Skeleton standard() {
    return new Skeleton(onlyItsOwn(), STYLE.text(), SCRIPT.text());
  }

  /** Writes a page; the writer stays open. */
  static void render(String template, Object page, Writer writer) {
    TemplateEngine.createPrecompiled(
            null, ContentType.Html, Skeleton.class.getClassLoader(), TEMPLATES)
        .render(template, page, new WriterOutput(writer));
  }

  /** Nothing may be loaded or run but the page's own style sheet and script. */
  private static String onlyItsOwn() {
    return "default-src 'none'; style-src %s; script-src %s; base-uri 'none'; form-action 'none'"
        .formatted(STYLE.hash(), SCRIPT.hash());
  }
}
