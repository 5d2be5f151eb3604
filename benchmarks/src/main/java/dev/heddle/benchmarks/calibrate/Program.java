package dev.heddle.benchmarks.calibrate;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A program of the system.
 *
 * @param name as one types it
 * @param file where it is
 */
record Program(String name, Path file) {

  /** Some systems keep servers off the {@code PATH} of ordinary users. */
  private static final List<String> OF_SERVERS = List.of("/usr/sbin", "/sbin");

  /** The program of that name; empty if it is not installed. */
  static Optional<Program> find(String name) {
    return folders()
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst()
        .map(file -> new Program(name, file));
  }

  private static Stream<String> folders() {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Stream.concat(Arrays.stream(path.split(File.pathSeparator, -1)), OF_SERVERS.stream())
        .filter(folder -> !folder.isEmpty());
  }
}
