package dev.heddle.benchmarks.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A JDK whose {@code java} tells its version, prints where it is, its process id and its arguments,
 * one a line, and ends; or, where the variable {@code FAKE_JAVA_WAITS} is set, waits for SIGTERM
 * and says that it came.
 *
 * @param home what JAVA_HOME would name
 */
record FakeJdk(Path home) {

  private static final String JAVA =
      """
      if [ "$1" = -XshowSettings:properties ]; then
        printf '    java.home = %%s\\n    java.specification.version = %%s\\n' '%1$s' '%2$s' >&2
        exit 0
      fi
      echo 'java of %1$s'
      for argument; do printf 'argument %%s\\n' "$argument"; done
      if [ -n "$FAKE_JAVA_WAITS" ]; then
        trap 'kill "$sleep"; echo terminated; exit 143' TERM
        sleep 60 >&2 &
        sleep=$!
        printf 'pid %%s\\n' "$$"
        wait "$sleep"
      fi
      """;

  /** Lays one out whose version is {@code version}, for example {@code 25} or {@code 1.8}. */
  static FakeJdk at(Path home, String version) throws IOException {
    FakeJdk jdk = new FakeJdk(home);
    Files.createDirectories(jdk.bin());
    Script.write(jdk.bin().resolve("java"), JAVA.formatted(home, version));
    return jdk;
  }

  /** Where its {@code java} is. */
  Path bin() {
    return home.resolve("bin");
  }

  /** The line by which a run of this one is known. */
  String signature() {
    return "java of " + home;
  }
}
