package dev.heddle.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A checkout.
 *
 * @param root its folder, absolute
 */
record Repository(Path root) {

  private static final Set<String> BUILD_OUTPUTS = Set.of("target", "results");

  /** The one that this test runs in: the closest folder above that has the launcher. */
  static Repository here() {
    return Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent)
        .filter(folder -> Files.exists(folder.resolve("scripts/heddle")))
        .findFirst()
        .map(Repository::new)
        .orElseThrow();
  }

  /** Every Markdown file that is not a build output, in the order of their paths. */
  List<Page> pages() {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> file.toString().endsWith(".md"))
          .filter(this::isKept)
          .sorted()
          .map(Page::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether a file below the root is one that a clone has. */
  boolean isKept(Path file) {
    if (!file.startsWith(root)) {
      return false;
    }
    for (Path name : root.relativize(file)) {
      if (BUILD_OUTPUTS.contains(name.toString()) || name.toString().equals(".git")) {
        return false;
      }
    }
    return true;
  }
}
