package dev.heddle.reports.browser;

import static dev.heddle.reports.browser.Pictures.picture;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What users do with the page, done in Chromium from a file on disk. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageInBrowserTest {

  private @Nullable Chromium chromium;
  private @Nullable Path page;

  @BeforeAll
  void open(@TempDir Path folder) throws IOException {
    chromium = Chromium.start();
    page = Example.page(Example.run(folder.resolve("run")));
  }

  @AfterAll
  void close() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @Test
  void opensFromDiskWithoutAMessageAndAsksNobody() {
    List<String> messages = new ArrayList<>();
    List<String> requests = new ArrayList<>();
    on(
        options(),
        opened -> {
          opened.onConsoleMessage(message -> messages.add(message.text()));
          opened.onPageError(messages::add);
          opened.onRequest(request -> requests.add(request.url()));
          opened.reload();
          assertThat(opened.title()).isEqualTo("Benchmark report");
          assertThat(messages).isEmpty();
          assertThat(requests).containsExactly(address());
        });
  }

  @Test
  void theThemeSwitchChangesTheColoursAndItsOwnName() {
    on(
        options().setColorScheme(ColorScheme.LIGHT),
        opened -> {
          Object light = background(opened);
          Locator theme = opened.locator("#theme");
          assertThat(theme.textContent()).isEqualTo("Dark");
          theme.click();
          assertThat(theme.textContent()).isEqualTo("Light");
          assertThat(background(opened)).isNotEqualTo(light);
          theme.click();
          assertThat(background(opened)).isEqualTo(light);
        });
  }

  private static Object background(Page opened) {
    return opened.evaluate("getComputedStyle(document.body).backgroundColor");
  }

  @Test
  void aColumnIsSortedByKeyboardUpDownAndBack() {
    on(
        options(),
        opened -> {
          Locator table = table(opened, "What the guarantee costs, the dearest first");
          List<String> original = models(table);
          Locator head = table.locator("thead th").nth(3);
          head.locator("button").focus();
          opened.keyboard().press("Enter");
          assertThat(head.getAttribute("aria-sort")).isEqualTo("ascending");
          List<Double> up = numbers(table, 4);
          assertThat(up).isSorted().hasSizeGreaterThan(3);
          opened.keyboard().press("Space");
          assertThat(head.getAttribute("aria-sort")).isEqualTo("descending");
          assertThat(numbers(table, 4)).isEqualTo(up.reversed());
          opened.keyboard().press("Enter");
          assertThat(head.getAttribute("aria-sort")).isEqualTo("none");
          assertThat(models(table)).isEqualTo(original);
        });
  }

  private static Locator table(Page opened, String caption) {
    return opened
        .locator(".scroll > table")
        .filter(new Locator.FilterOptions().setHasText(caption))
        .first();
  }

  private static List<String> models(Locator table) {
    return table.locator("tbody th").allTextContents();
  }

  private static List<Double> numbers(Locator table, int column) {
    return table.locator("tbody td:nth-child(%d)".formatted(column)).allTextContents().stream()
        .map(text -> Double.valueOf(text.replaceAll("[^0-9.].*$", "")))
        .toList();
  }

  @Test
  void aTableIsDownloadedAsCsv() {
    on(
        options(),
        opened -> {
          Locator table = table(opened, "What the guarantee costs, the dearest first");
          Download saved =
              opened.waitForDownload(
                  () ->
                      opened
                          .getByLabel("CSV: What the guarantee costs, the dearest first")
                          .click());
          assertThat(saved.suggestedFilename())
              .isEqualTo("what-the-guarantee-costs-the-dearest-first.csv");
          assertThat(read(saved.path()).lines())
              .hasSize(1 + models(table).size())
              .first()
              .isEqualTo(
                  "model,benchmark,parameters,contract,idiom,contract ÷ idiom,99 % interval");
        });
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aCommandIsCopiedOrAtLeastSelected() {
    on(
        options().setPermissions(List.of("clipboard-read", "clipboard-write")),
        opened -> {
          Locator command = opened.locator("pre.command:visible").last();
          String text = command.locator("code").textContent();
          command.locator("button").click();
          opened.waitForCondition(() -> !command.locator("button").textContent().equals("Copy"));
          String held =
              command.locator("button").textContent().equals("Copied")
                  ? String.valueOf(opened.evaluate("navigator.clipboard.readText()"))
                  : String.valueOf(opened.evaluate("String(getSelection())"));
          assertThat(held).isEqualTo(text);
        });
  }

  @Test
  void everythingIsReadableWithoutScript() {
    on(
        options().setJavaScriptEnabled(false),
        opened -> {
          assertThat(opened.locator(".headline").isVisible()).isTrue();
          assertThat(opened.locator(".answers li").count()).isGreaterThan(5);
          assertThat(opened.locator("#theme").isVisible()).isFalse();
          assertThat(opened.locator("article > .scroll").first().isVisible()).isTrue();
          opened.locator("summary").first().click();
          assertThat(opened.locator("details[open]").count()).isEqualTo(1);
        });
  }

  @ParameterizedTest
  @CsvSource({"360", "768", "1440"})
  void nothingIsWiderThanTheScreen(int width) {
    on(
        options().setViewportSize(width, 800),
        opened -> {
          opened.evaluate("for (const d of document.querySelectorAll('details')) d.open = true");
          assertThat(opened.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
        });
  }

  @ParameterizedTest
  @CsvSource({"360, LIGHT", "1440, LIGHT", "1440, DARK"})
  void aComparisonIsNoWiderThanTheScreen(int width, ColorScheme scheme, @TempDir Path folder)
      throws IOException {
    on(
        options().setViewportSize(width, 900).setColorScheme(scheme),
        Example.comparison(folder),
        opened -> {
          picture(
              opened.screenshot(new Page.ScreenshotOptions().setFullPage(true)),
              "compare-%d-%s".formatted(width, scheme.name().toLowerCase(Locale.ROOT)));
          opened.evaluate("for (const d of document.querySelectorAll('details')) d.open = true");
          assertThat(opened.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
          picture(
              opened.locator("details > .charts").first().screenshot(),
              "compare-%d-%s-cell".formatted(width, scheme.name().toLowerCase(Locale.ROOT)));
        });
  }

  @Test
  void hostileNamesRunNothingAndKeepTheWidth(@TempDir Path folder) throws IOException {
    String name = "<img src=x onerror=document.title='hacked'></svg><script>hacked</script>";
    String cell =
        """
        { "benchmark": "a.B.%s", "mode": "avgt", "params": { "p": "%s" },
          "primaryMetric": { "score": 1, "scoreUnit": "us/op", "rawData": [[1], [2]] } }
        """;
    Files.writeString(
        folder.resolve("results.json"),
        "[%s,%s]"
            .formatted(
                cell.formatted(name, "x".repeat(10_000)),
                cell.formatted("\u05e9\u05dc", "\u202ertl")));
    List<String> messages = new ArrayList<>();
    on(
        options().setViewportSize(360, 800),
        Example.page(folder),
        opened -> {
          opened.onConsoleMessage(message -> messages.add(message.text()));
          opened.reload();
          assertThat(opened.title()).isEqualTo("Benchmark report");
          assertThat(opened.locator("img").count()).isZero();
          assertThat(opened.evaluate("document.documentElement.scrollWidth")).isEqualTo(360);
          assertThat(messages).isEmpty();
        });
  }

  @ParameterizedTest
  @EnumSource(names = {"LIGHT", "DARK"})
  void axeFindsNoViolation(ColorScheme scheme) throws IOException {
    Path runs = Files.createTempDirectory(Path.of("target"), "comparison");
    List<Path> pages = List.of(page(), Example.page(Example.underLoad()), Example.comparison(runs));
    for (Path shown : pages) {
      on(
          options().setColorScheme(scheme).setBypassCSP(true),
          shown,
          opened -> {
            opened.evaluate("for (const d of document.querySelectorAll('details')) d.open = true");
            List<Rule> violations = new AxeBuilder(opened).analyze().getViolations();
            assertThat(violations)
                .extracting(rule -> rule.getId() + ": " + rule.getNodes().getFirst().getHtml())
                .isEmpty();
          });
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1440, LIGHT",
    "1440, DARK",
    "768, LIGHT",
    "768, DARK",
    "360, LIGHT",
    "360, DARK",
  })
  void sectionsAreKeptAsPictures(int width, ColorScheme scheme) {
    on(
        options().setViewportSize(width, 900).setColorScheme(scheme),
        opened -> {
          String name = "%d-%s".formatted(width, scheme.name().toLowerCase(Locale.ROOT));
          picture(opened.screenshot(), name + "-first-screen");
          Locator sections = opened.locator("article, .method");
          int seen = Math.min(sections.count(), 6);
          for (int i = 0; i < seen; i++) {
            picture(sections.nth(i).screenshot(), "%s-section-%d".formatted(name, i + 1));
          }
          assertThat(seen).isPositive();
        });
  }

  @ParameterizedTest
  @CsvSource({"360, LIGHT", "1440, LIGHT", "1440, DARK"})
  void fromAsyncioToTheJvmIsALinkToCodeAndRatios(int width, ColorScheme scheme) {
    on(
        options().setViewportSize(width, 900).setColorScheme(scheme),
        opened -> {
          Locator section = opened.locator("article.asyncio");
          opened
              .locator(".facts a")
              .filter(new Locator.FilterOptions().setHasText("From asyncio to the JVM"))
              .click();
          assertThat(section.locator("h3").isVisible()).isTrue();
          assertThat(section.locator("section > h4").count()).isOne();
          section.locator("summary").click();
          assertThat(section.locator("pre:visible").count()).isEqualTo(2 + 5);
          assertThat(section.locator("tbody .swatch.reference").count()).isEqualTo(3 + 2);
          Object grey =
              section
                  .locator(".swatch.reference")
                  .first()
                  .evaluate("swatch => getComputedStyle(swatch).backgroundColor");
          assertThat(grey)
              .isEqualTo(scheme == ColorScheme.DARK ? "rgb(150, 157, 166)" : "rgb(125, 131, 139)");
          picture(
              section.screenshot(),
              "asyncio-%d-%s".formatted(width, scheme.name().toLowerCase(Locale.ROOT)));
        });
  }

  private static NewContextOptions options() {
    return new NewContextOptions().setViewportSize(1440, 900);
  }

  private void on(NewContextOptions options, Consumer<Page> steps) {
    on(options, page(), steps);
  }

  private void on(NewContextOptions options, Path shown, Consumer<Page> steps) {
    Chromium running = Objects.requireNonNull(chromium);
    try (BrowserContext context = running.browser().newContext(options)) {
      Page opened = context.newPage();
      opened.navigate(shown.toUri().toString());
      steps.accept(opened);
    }
  }

  private Path page() {
    return Objects.requireNonNull(page);
  }

  private String address() {
    return page().toUri().toString();
  }
}
