package dev.heddle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ArchitectureDiagramTest {

  @Test
  void theDiagramOfTheReadmeHasTheArrowsThatTheRulesAllow() throws IOException {
    assertThat(drawn()).isEqualTo(allowed());
  }

  /** Lines such as {@code http --> plan & task}. */
  private static Map<String, Set<String>> drawn() throws IOException {
    Map<String, Set<String>> arrows = new TreeMap<>();
    Files.readAllLines(Path.of("README.md")).stream()
        .dropWhile(line -> !line.equals("```mermaid"))
        .takeWhile(line -> !line.equals("```"))
        .map(line -> line.strip().split(" --> ", 2))
        .filter(ends -> ends.length == 2)
        .forEach(
            ends -> arrows.put(ends[0], new TreeSet<>(Arrays.asList(ends[1].split(" & ", -1)))));
    return arrows;
  }

  private static Map<String, Set<String>> allowed() {
    Map<String, Set<String>> arrows = new TreeMap<>();
    ArchitectureRules.KNOWS.forEach(
        (from, to) -> {
          if (!to.isEmpty()) {
            arrows.put(from, new TreeSet<>(to));
          }
        });
    return arrows;
  }
}
