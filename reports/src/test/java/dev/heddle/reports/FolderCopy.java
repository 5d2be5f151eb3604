package dev.heddle.reports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Copies of what the tests read. */
public final class FolderCopy {

  private FolderCopy() {}

  /** Copies all that is in a folder into another, which may be of another file system. */
  public static void of(Path folder, Path to) throws IOException {
    try (Stream<Path> found = Files.walk(folder)) {
      List<Path> all = found.toList();
      for (Path file : all) {
        Path target = to.resolve(folder.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
  }
}
