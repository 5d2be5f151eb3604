package dev.heddle.reports.command;

/** Words of a POSIX shell. */
final class Shell {

  private Shell() {}

  /** A word as it may stand in a command: in quotes unless it needs none. */
  static String quoted(String word) {
    return word.matches("[A-Za-z0-9_./:=+,@%-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
