package dev.heddle.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The options of {@code scripts/stub-bench}, as its Python source declares them. */
final class StubBenchOptions {

  private static final Pattern DECLARED = Pattern.compile("add_argument\\(\\s*\"(--[a-z-]+)\"");

  private StubBenchOptions() {}

  static Set<String> names() {
    Path source = Repository.here().root().resolve("scripts/stub_bench/command_line.py");
    try {
      return DECLARED
          .matcher(Files.readString(source))
          .results()
          .map((MatchResult found) -> found.group(1))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
