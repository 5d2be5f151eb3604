package dev.heddle.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The options of the Python programs below {@code scripts}, as their sources declare them. */
final class PythonOptions {

  private static final Pattern DECLARED =
      Pattern.compile("add(?:_argument)?\\(\\s*\"(--[a-z-]+)\"");

  private static final List<String> SOURCES =
      List.of(
          "scripts/stub_bench/command_line.py",
          "scripts/asyncio/contract/__main__.py",
          "scripts/asyncio/program/command_line.py",
          "scripts/asyncio/runner/__main__.py");

  private PythonOptions() {}

  static Set<String> names() {
    return SOURCES.stream()
        .map(Repository.here().root()::resolve)
        .flatMap(PythonOptions::declared)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Stream<String> declared(Path source) {
    try {
      return DECLARED
          .matcher(Files.readString(source))
          .results()
          .map((MatchResult found) -> found.group(1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
