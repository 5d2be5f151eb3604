package dev.heddle.docs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A command that a page shows and that the project's code can check.
 *
 * @param page where it stands
 * @param program which command line reads it
 * @param arguments what that command line gets
 */
record ShownCommand(Path page, Program program, List<String> arguments) {

  /** What starts with a shown command. */
  enum Program {
    /** {@code scripts/heddle}, or {@code heddle} in text. */
    LAUNCHER,
    /** {@code java -jar …/benchmarks.jar}: JMH's own command line. */
    BENCHMARKS_JAR,
    /** {@code java -jar …/reports.jar}. */
    REPORTS_JAR
  }

  static List<ShownCommand> in(Page page) {
    List<String> code = new ArrayList<>(page.blocks());
    code.addAll(page.spans());
    return code.stream()
        .flatMap(text -> ShellWords.commands(text).stream())
        .flatMap(words -> of(page.file(), words).stream())
        .toList();
  }

  /** Variables may be set before the program; a program's name alone is no command. */
  private static Optional<ShownCommand> of(Path page, List<String> words) {
    List<String> command = words.stream().dropWhile(word -> word.matches("[A-Z_]+=.*")).toList();
    if (command.size() < 2) {
      return Optional.empty();
    }
    String first = command.getFirst();
    if (first.equals("heddle") || first.endsWith("scripts/heddle")) {
      return Optional.of(new ShownCommand(page, Program.LAUNCHER, from(command, 1)));
    }
    int jar = command.indexOf("-jar") + 1;
    if (!first.equals("java") || jar == 0 || jar == command.size()) {
      return Optional.empty();
    }
    List<String> arguments = from(command, jar + 1);
    return switch (Path.of(command.get(jar)).getFileName().toString()) {
      case "benchmarks.jar" ->
          Optional.of(new ShownCommand(page, Program.BENCHMARKS_JAR, arguments));
      case "reports.jar" -> Optional.of(new ShownCommand(page, Program.REPORTS_JAR, arguments));
      default -> Optional.empty();
    };
  }

  private static List<String> from(List<String> words, int index) {
    return words.subList(index, words.size());
  }

  @Override
  public String toString() {
    return page.getFileName() + ": " + program + " " + String.join(" ", arguments);
  }
}
