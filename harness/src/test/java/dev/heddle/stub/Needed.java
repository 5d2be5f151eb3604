package dev.heddle.stub;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Programs that a test cannot do without. Where one is missing the test is aborted, on a machine
 * that calls itself CI it fails: there nobody reads why a test was skipped.
 */
record Needed(Map<String, String> environment) {

  static Needed here() {
    return new Needed(System.getenv());
  }

  /** The program of that name on the path. */
  String program(String name, String debianPackage) {
    Optional<Path> found =
        Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator))
            .map(folder -> Path.of(folder, name))
            .filter(Files::isExecutable)
            .findFirst();
    return found
        .map(Path::toString)
        .orElseGet(() -> missing("'%s'".formatted(name), debianPackage));
  }

  /** Ends the test. */
  String missing(String what, String debianPackages) {
    String message =
        "%s is missing; install it (Debian: apt-get install %s)".formatted(what, debianPackages);
    return "true".equals(environment.get("CI")) ? fail(message) : abort(message);
  }
}
