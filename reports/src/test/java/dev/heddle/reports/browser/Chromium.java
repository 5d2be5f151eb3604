package dev.heddle.reports.browser;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The machine's own Chromium; none is downloaded. */
record Chromium(Playwright playwright, Browser browser) implements AutoCloseable {

  /** Its path, where it is not on the {@code PATH} under one of the usual names. */
  private static final String PATH = "HEDDLE_CHROMIUM";

  /** Set to {@code required}, it makes a missing browser a failure, as in CI. */
  private static final String BROWSER = "HEDDLE_BROWSER";

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");

  /** Starts it; where there is none the test is skipped, and says so. */
  static Chromium start() {
    Optional<Path> program = program();
    if (!"required".equals(System.getenv(BROWSER))) {
      assumeTrue(
          program.isPresent(),
          "there is no Chromium on the PATH (Debian: apt-get install chromium), and "
              + PATH
              + " names none");
    }
    Path found =
        program.orElseThrow(
            () ->
                new AssertionError(
                    BROWSER + " is 'required', and there is no Chromium on the PATH; install one"));
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    return new Chromium(
        playwright,
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(found)
                    // As root, as in most containers, Chromium has no sandbox of its own.
                    .setChromiumSandbox(false)));
  }

  private static Optional<Path> program() {
    Stream<Path> named = Optional.ofNullable(System.getenv(PATH)).map(Path::of).stream();
    Stream<Path> usual =
        Pattern.compile(Pattern.quote(File.pathSeparator))
            .splitAsStream(Optional.ofNullable(System.getenv("PATH")).orElse(""))
            .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder).resolve(name)));
    return Stream.concat(named, usual).filter(Files::isExecutable).findFirst();
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
