package dev.heddle.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Files under {@code /proc} and {@code /sys}, which a platform may lack or forbid. */
final class SystemFile {

  private SystemFile() {}

  static List<String> lines(String path) {
    try {
      return Files.readAllLines(Path.of(path));
    } catch (IOException | SecurityException e) {
      return List.of();
    }
  }

  static Optional<String> firstLine(String path) {
    return lines(path).stream().findFirst().map(String::strip);
  }

  /** The value of {@code name} in a file of lines {@code name: value}. */
  static Optional<String> field(String path, String name) {
    return lines(path).stream()
        .filter(line -> line.startsWith(name))
        .map(line -> line.substring(name.length()).strip())
        .filter(rest -> rest.startsWith(":"))
        .map(rest -> rest.substring(1).strip())
        .findFirst();
  }

  /** The choice in brackets of a file such as {@code always [madvise] never}. */
  static Optional<String> choice(String path) {
    return firstLine(path)
        .filter(line -> line.contains("[") && line.indexOf(']') > line.indexOf('['))
        .map(line -> line.substring(line.indexOf('[') + 1, line.indexOf(']')));
  }
}
