package dev.heddle.reports.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A page of a thousand cells: its size is held to, its times are printed. */
class WidePageTest {

  private static final int CELLS = 1000;
  private static final long MOST_BYTES = 3_000_000;

  @TempDir private Path folder = Path.of("");

  @Test
  void aThousandCellsStayBelowThreeMegabytesAndOpen() throws IOException {
    Path run = Example.wide(folder, CELLS);
    long begin = System.nanoTime();
    Path page = Example.page(run);
    double rendered = (System.nanoTime() - begin) / 1e9;
    assertThat(Files.size(page)).isLessThan(MOST_BYTES);
    try (Chromium chromium = Chromium.start();
        Page opened = chromium.browser().newPage()) {
      CDPSession devTools = opened.context().newCDPSession(opened);
      devTools.send("Performance.enable");
      opened.navigate(page.toUri().toString());
      assertThat(opened.locator("article").count()).isEqualTo(CELLS / 5);
      System.out.printf(
          Locale.ROOT,
          "1,000 cells: %.2f s to render, %,d bytes, first contentful paint %s ms, loaded %s ms,"
              + " layout %.0f ms, style %.0f ms%n",
          rendered,
          Files.size(page),
          opened.evaluate(
              "Math.round(performance.getEntriesByName('first-contentful-paint')[0].startTime)"),
          opened.evaluate("Math.round(performance.getEntriesByType('navigation')[0].loadEventEnd)"),
          millis(devTools, "LayoutDuration"),
          millis(devTools, "RecalcStyleDuration"));
    }
  }

  private static double millis(CDPSession devTools, String metric) {
    for (JsonElement each : devTools.send("Performance.getMetrics").getAsJsonArray("metrics")) {
      if (each.getAsJsonObject().get("name").getAsString().equals(metric)) {
        return 1e3 * each.getAsJsonObject().get("value").getAsDouble();
      }
    }
    throw new AssertionError("Chromium tells no " + metric);
  }
}
