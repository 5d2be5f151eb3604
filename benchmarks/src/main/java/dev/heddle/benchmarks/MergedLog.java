package dev.heddle.benchmarks;

import dev.heddle.benchmarks.run.RunFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Several HdrHistogram logs as one: the first one's head, then the intervals of all. They carry
 * absolute times and tags, so that each stays what it was.
 *
 * @param lines of the log
 */
record MergedLog(List<String> lines) {

  MergedLog {
    lines = List.copyOf(lines);
  }

  static MergedLog of(List<LoadFork> forks) {
    List<String> lines = new ArrayList<>();
    Optional<LoadFork> first = forks.stream().findFirst();
    first.ifPresent(
        fork -> fork.log().lines().filter(line -> !isInterval(line)).forEach(lines::add));
    forks.forEach(fork -> fork.log().lines().filter(MergedLog::isInterval).forEach(lines::add));
    return new MergedLog(lines);
  }

  void writeTo(Path file) throws IOException {
    RunFolder.write(file, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private static boolean isInterval(String line) {
    return !line.startsWith("#") && !line.startsWith("\"");
  }
}
