package dev.heddle.reports.html;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A command line, quoted for a POSIX shell. */
public final class ShellCommand {

  private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

  private final List<String> words = new ArrayList<>();

  /** Adds words, which are quoted where they need it. */
  public ShellCommand add(String... more) {
    words.addAll(List.of(more));
    return this;
  }

  @Override
  public String toString() {
    return words.stream().map(ShellCommand::quoted).collect(Collectors.joining(" "));
  }

  /** A quote inside single quotes ends them, stands escaped, and opens them again. */
  private static String quoted(String word) {
    return SAFE.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
