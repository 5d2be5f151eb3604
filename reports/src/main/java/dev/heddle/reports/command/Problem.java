package dev.heddle.reports.command;

import dev.heddle.reports.read.Run;
import dev.heddle.reports.read.UnreadableInputException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.util.List;

/** What went wrong, as one line for the user. */
final class Problem {

  private Problem() {}

  static String inOneLine(Exception problem) {
    return switch (problem) {
      case UnreadableInputException clear -> String.valueOf(clear.getMessage());
      case AccessDeniedException denied -> denied.getFile() + ": no permission to write it";
      case FileSystemException file ->
          file.getFile() + ": cannot be written (" + reason(file) + ")";
      case IOException io -> "the report cannot be written: " + io.getMessage();
      default -> "unexpected " + problem + "; please report this with the result file";
    };
  }

  /** What could be left out of the page was, and is named. */
  static void leftOut(List<Run> runs, PrintWriter terminal) {
    runs.stream()
        .flatMap(run -> run.problems().stream())
        .forEach(problem -> terminal.println("reports: left out " + problem));
    terminal.flush();
  }

  private static String reason(FileSystemException problem) {
    return problem.getReason() == null ? problem.getClass().getSimpleName() : problem.getReason();
  }
}
