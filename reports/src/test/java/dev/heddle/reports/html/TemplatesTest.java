package dev.heddle.reports.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What no template may do, whichever page it is of, as SECURITY.md promises. */
class TemplatesTest {

  private static final Path TEMPLATES = Path.of("src/main/jte");
  private static final Pattern UNESCAPED = Pattern.compile("\\$unsafe\\{([^}]*)}");

  @Test
  void everyPageStatesThePolicyBeforeAnythingElseCouldLoad() throws IOException {
    assertThat(texts().filter(text -> text.contains("<html")))
        .singleElement(STRING)
        .containsSubsequence(
            "<head>",
            "<meta http-equiv=\"Content-Security-Policy\" content=\"${skeleton.policy()}\">",
            "<style>",
            "</head>");
    assertThat(texts().filter(text -> text.contains(" page\n@template.skeleton(")))
        .as("the pages, which begin with it")
        .hasSize(3);
  }

  @Test
  void nothingButOurOwnStyleScriptAndChartsIsWrittenWithoutEscaping() throws IOException {
    assertThat(texts().flatMap(text -> UNESCAPED.matcher(text).results()))
        .extracting((MatchResult found) -> found.group(1))
        .isNotEmpty()
        .allMatch(List.of("skeleton.style()", "skeleton.script()", "chart.svg()")::contains);
  }

  private static Stream<String> texts() throws IOException {
    try (Stream<Path> files = Files.walk(TEMPLATES)) {
      return files
          .filter(file -> file.toString().endsWith(".jte"))
          .map(TemplatesTest::read)
          .toList()
          .stream();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
