package dev.heddle.reports.html;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.WriterOutput;
import java.io.Writer;

/** What all pages share: their style sheet, their script, and what lets these two through. */
final class Page {

  private static final String TEMPLATES = "dev.heddle.reports.html.templates";
  private static final Asset STYLE = Asset.named("page.css");
  private static final Asset SCRIPT = Asset.named("page.js");

  private Page() {}

  static String style() {
    return STYLE.text();
  }

  static String script() {
    return SCRIPT.text();
  }

  /** Nothing may be loaded or run but the page's own style sheet and script. */
  static String policy() {
    return "default-src 'none'; style-src %s; script-src %s; base-uri 'none'; form-action 'none'"
        .formatted(STYLE.hash(), SCRIPT.hash());
  }

  /** Writes a page; the writer stays open. */
  static void render(String template, Object page, Writer writer) {
    TemplateEngine engine =
        TemplateEngine.createPrecompiled(
            null, ContentType.Html, Page.class.getClassLoader(), TEMPLATES);
    engine.render(template, page, new WriterOutput(writer));
  }
}
