package dev.heddle.reports.command;

import dev.heddle.reports.read.UnreadableInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The part of a Markdown file that a command writes, between two comments. */
final class MarkedBlock {

  private MarkedBlock() {}

  /**
   * Writes the lines in place of what is there, with an empty line on both sides, without which
   * Markdown would take the comments for part of them.
   *
   * @throws UnreadableInputException if the file is absent or has not both comments, once each and
   *     in order
   */
  static void replace(Path file, String name, List<String> lines) throws IOException {
    String begin = "<!-- %s -->".formatted(name);
    String end = "<!-- /%s -->".formatted(name);
    String expected = "a file with the lines %s and %s, once each".formatted(begin, end);
    List<String> old = linesOf(file, expected);
    int from = old.indexOf(begin);
    int to = old.indexOf(end);
    boolean once = from == old.lastIndexOf(begin) && to == old.lastIndexOf(end);
    if (from < 0 || to < from || !once) {
      throw new UnreadableInputException(file, "has no place for the table", expected);
    }
    String text =
        Stream.of(
                old.subList(0, from + 1),
                List.of(""),
                lines,
                List.of(""),
                old.subList(to, old.size()))
            .flatMap(List::stream)
            .collect(Collectors.joining("\n", "", "\n"));
    WholeFile.write(file, text);
  }

  private static List<String> linesOf(Path file, String expected) throws IOException {
    try {
      return Files.readAllLines(file);
    } catch (NoSuchFileException absent) {
      throw new UnreadableInputException(file, "does not exist", expected);
    } catch (IOException unreadable) {
      throw new UnreadableInputException(
          file, "cannot be read (%s)".formatted(unreadable.getMessage()), expected);
    }
  }
}
