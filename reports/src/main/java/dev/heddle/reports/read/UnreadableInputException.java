package dev.heddle.reports.read;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;

/** A result file or folder that cannot be used; the message is one line for the user. */
public final class UnreadableInputException extends IOException {

  @Serial private static final long serialVersionUID = 1;

  /**
   * Says which file, what is wrong with it and what was expected.
   *
   * @param file the offending file or folder
   * @param wrong what is wrong, as a clause
   * @param expected what a usable file is like
   */
  public UnreadableInputException(Path file, String wrong, String expected) {
    super("%s: %s; expected %s".formatted(place(file), oneLine(wrong), expected));
  }

  /** A file in a zip file is named with it. */
  static String place(Path file) {
    FileSystem files = file.getFileSystem();
    return files.equals(FileSystems.getDefault()) ? file.toString() : files + "!" + file;
  }

  private static String oneLine(String text) {
    return text.lines().findFirst().orElse("").strip();
  }
}
