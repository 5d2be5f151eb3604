package dev.heddle.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinksTest {

  static List<Page> pages() {
    return Repository.here().pages();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyLinkOfTheProjectResolves(Page page) {
    assertThat(new Links(Repository.here()).broken(page)).isEmpty();
  }

  @Test
  void theReadmeIsAmongThePagesAndHasLinks() {
    assertThat(pages())
        .filteredOn(page -> page.file().equals(Repository.here().root().resolve("README.md")))
        .singleElement()
        .satisfies(readme -> assertThat(readme.links()).contains("LICENSE"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[a](gone.md)",
        "![a](gone.svg)",
        "<img src=\"gone.svg\">",
        "[a](../outside.md)",
        "[a](target/built.md)",
        "[a][b]\n\n[b]: gone.md"
      })
  void aMissingFileIsFound(String markdown, @TempDir Path folder) throws IOException {
    assertThat(broken(markdown, folder)).singleElement().asString().contains("leads to no file");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[a](#gone)", "[a](other.md#gone)"})
  void aMissingHeadingIsFound(String markdown, @TempDir Path folder) throws IOException {
    assertThat(broken(markdown, folder)).singleElement().asString().contains("names no heading");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[a](other.md)",
        "[a](other.md#the-five-models)",
        "[a](#run-it-run)\n\n## Run it: `run`",
        "[a](sub)",
        "[a](https://example.org/gone)",
        "`[a](gone.md)`",
        "<!-- <img src=\"later.svg\"> -->"
      })
  void aSoundLinkIsNot(String markdown, @TempDir Path folder) throws IOException {
    assertThat(broken(markdown, folder)).isEmpty();
  }

  private static List<String> broken(String markdown, Path folder) throws IOException {
    Path root = Files.createDirectories(folder.resolve("root"));
    Files.writeString(folder.resolve("outside.md"), "");
    Files.writeString(root.resolve("other.md"), "# The five models\n");
    Files.createDirectories(root.resolve("sub"));
    Files.createDirectories(root.resolve("target"));
    Files.writeString(root.resolve("target/built.md"), "");
    Path page = Files.writeString(root.resolve("a.md"), markdown);
    return new Links(new Repository(root)).broken(Page.read(page));
  }
}
