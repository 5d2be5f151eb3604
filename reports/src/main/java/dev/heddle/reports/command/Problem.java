package dev.heddle.reports.command;

import dev.heddle.reports.read.UnreadableInputException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;

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

  private static String reason(FileSystemException problem) {
    return problem.getReason() == null ? problem.getClass().getSimpleName() : problem.getReason();
  }
}
