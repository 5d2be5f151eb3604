package dev.heddle.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A promise of SECURITY.md rests on the tests it names, so they must be there. */
class NamedTestsTest {

  private static final Repository HERE = Repository.here();

  static List<String> namedTests() {
    return Page.read(HERE.root().resolve("SECURITY.md")).spans().stream()
        .filter(span -> span.matches("[A-Z]\\w+Test\\.\\w+"))
        .toList();
  }

  @Test
  void theSecurityPageNamesTests() {
    assertThat(namedTests()).hasSizeGreaterThan(5);
  }

  @ParameterizedTest
  @MethodSource("namedTests")
  void everyNamedTestExists(String name) throws IOException {
    assertThat(exists(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"LinksTest.noSuchMethod", "NoSuchTest.everyLinkOfTheProjectResolves"})
  void aTestThatIsGoneIsFound(String name) throws IOException {
    assertThat(exists(name)).isFalse();
  }

  private static boolean exists(String name) throws IOException {
    String[] parts = name.split("\\.", 2);
    for (Path module : modules()) {
      try (Stream<Path> files = Files.walk(module.resolve("src/test/java"))) {
        List<Path> found =
            files.filter(file -> file.getFileName().toString().equals(parts[0] + ".java")).toList();
        for (Path file : found) {
          if (Files.readString(file).contains("void " + parts[1] + "(")) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static List<Path> modules() {
    return Stream.of("harness", "benchmarks", "reports", "scripts/docs")
        .map(HERE.root()::resolve)
        .toList();
  }
}
