package dev.heddle.profile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A number in Linux' account of this process. */
record ProcFile(Path file) {

  static final ProcFile STATUS = new ProcFile(Path.of("/proc/self/status"));

  /**
   * The first number after {@code name:}; {@link Counter#UNKNOWN} where there is no such file or
   * line.
   */
  long number(String name) {
    try {
      return Files.readAllLines(file, StandardCharsets.UTF_8).stream()
          .filter(line -> line.startsWith(name + ":"))
          .map(line -> line.substring(name.length() + 1).strip().split("\\s+", 2)[0])
          .filter(word -> word.matches("[0-9]{1,18}"))
          .mapToLong(Long::parseLong)
          .findFirst()
          .orElse(Counter.UNKNOWN);
    } catch (IOException e) {
      return Counter.UNKNOWN;
    }
  }
}
