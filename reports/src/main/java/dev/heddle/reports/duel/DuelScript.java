package dev.heddle.reports.duel;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * {@code reproduce.sh} of a duel's folder: the same jars, which lie beside it, against each other
 * again, under the same JDK.
 */
final class DuelScript {

  private static final String TEXT =
      """
      #!/bin/sh
      # Runs the duel again that lies beside this script, with the same jars, cells, seed and blocks.
      # Usage: sh reproduce.sh [CHECKOUT]   CHECKOUT is one of Heddle (default: the current folder)
      # HEDDLE_ANY_JDK=1 takes any JDK.
      set -eu
      here=$(CDPATH='' cd -P "$(dirname "$0")" && pwd)
      cd "${1:-.}"
      [ -x scripts/heddle ] || {
        printf 'reproduce: no scripts/heddle in %%s; name a checkout of Heddle\\n' "$PWD" >&2
        exit 64
      }
      %s
      if [ "${HEDDLE_ANY_JDK:-}" != 1 ] &&
        ! grep -q '"jdkVersion" *: *"%d[^0-9]' %s/base/results.json; then
        printf 'reproduce: measured by another JDK than %d: set JAVA_HOME to one, or HEDDLE_ANY_JDK=1\\n' >&2
        exit 64
      fi
      for side in base candidate; do
        scripts/heddle compare "$here/$side" %s/$side --out %s/$side.html
      done
      """;

  private DuelScript() {}

  /**
   * Writes it.
   *
   * @param command that runs the same again; its jars are {@code "$here"/jars/base.jar} and so on
   * @param again the folder that the command writes to
   */
  static void write(DuelFolder folder, String command, String again) throws IOException {
    int jdk = Runtime.version().feature();
    Path file = folder.path().resolve("reproduce.sh");
    DuelFolder.write(
        file,
        TEXT.formatted(command, jdk, again, jdk, again, again).getBytes(StandardCharsets.UTF_8));
  }
}
