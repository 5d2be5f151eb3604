package dev.heddle.benchmarks;

import dev.heddle.measure.Environment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * {@code reproduce.sh} of a result folder: measures the same again, of the same commit under the
 * same JDK, and compares.
 */
final class ReproduceScript {

  static final String NAME = "reproduce.sh";

  private static final String TEXT =
      """
      #!/bin/sh
      # Measures again what lies beside this script, and compares the two.
      # Usage: sh reproduce.sh [CHECKOUT]   CHECKOUT is one of Heddle (default: the current folder)
      # HEDDLE_ANY_COMMIT=1 takes the checkout as it is, HEDDLE_ANY_JDK=1 the JDK as well.
      set -eu
      here=$(CDPATH='' cd -P "$(dirname "$0")" && pwd)
      cd "${1:-.}"
      commit=%s
      jdk=%s
      again=%s

      fail() {
        printf 'reproduce: %%s\\n' "$*" >&2
        exit 64
      }

      [ -x scripts/heddle ] || fail "no scripts/heddle in $PWD; name a checkout of Heddle"
      [ ! -e "$again" ] || fail "'$again' is there already; remove it first"
      if [ "${HEDDLE_ANY_COMMIT:-}" != 1 ] && [ -n "$commit" ]; then
        now=$(git rev-parse HEAD 2>/dev/null || echo none)
        [ "$now" = "$commit" ] ||
          fail "the checkout is at $now, the results are of $commit: git checkout $commit, or set HEDDLE_ANY_COMMIT=1"
      fi

      %s

      if [ "${HEDDLE_ANY_JDK:-}" != 1 ]; then
        used=$(sed -n 's/.*"jdkVersion" *: *"\\([0-9]*\\).*/\\1/p' "$again/results.json" | head -n 1)
        [ -z "$used" ] || [ "$used" = "$jdk" ] ||
          fail "measured by JDK $used, the results are of JDK $jdk: set JAVA_HOME to one, or HEDDLE_ANY_JDK=1"
      fi
      scripts/heddle compare "$here" "$again" --out "$again/compare.html"
      """;

  private ReproduceScript() {}

  /**
   * The script's bytes.
   *
   * @param environment of the run: its commit is that of the script
   * @param command that runs the same again
   * @param folder of the run
   */
  static byte[] of(Environment environment, String command, Path folder) {
    String commit = environment.json().path("heddle").path("commit").asText("");
    boolean dirty = environment.json().path("heddle").path("dirty").asBoolean(false);
    String script =
        TEXT.formatted(
            commit, Runtime.version().feature(), ReproduceCommand.again(folder), command);
    String note =
        dirty
            ? script.replaceFirst(
                "(?m)^commit=",
                "# The checkout had changes beside this commit: the code may have been another.\n"
                    + "commit=")
            : script;
    return note.getBytes(StandardCharsets.UTF_8);
  }
}
