package dev.heddle.reports.read;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ProviderNotFoundException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A folder packed as a zip file, as CI systems hand out what a job has left. */
final class ZippedFolder {

  private static final String EXPECTED =
      "a run's folder packed as a zip file, by itself or in one folder";

  private ZippedFolder() {}

  /** What is done with the folder while it is open. */
  interface Reading<T> {
    T read(Path folder) throws UnreadableInputException;
  }

  /** Whether a path is meant as one, by its name. */
  static boolean isOne(Path file) {
    return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(".zip")
        && Files.isRegularFile(file);
  }

  /**
   * Opens it, and the one folder in it if it is no run's folder itself.
   *
   * @throws UnreadableInputException if it is no zip file, or what is in it cannot be used
   */
  static <T> T read(Path file, Reading<T> reading) throws UnreadableInputException {
    try (FileSystem packed = FileSystems.newFileSystem(file)) {
      return reading.read(folder(packed.getPath("/")));
    } catch (UnreadableInputException known) {
      throw known;
    } catch (AccessDeniedException denied) {
      throw new UnreadableInputException(file, "cannot be opened", EXPECTED);
    } catch (IOException | ProviderNotFoundException damage) {
      UnreadableInputException unreadable =
          new UnreadableInputException(file, "is no zip file, or damaged", EXPECTED);
      unreadable.initCause(damage);
      throw unreadable;
    }
  }

  private static Path folder(Path root) throws IOException {
    List<Path> folders = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(root, ZippedFolder::isFolder)) {
      found.forEach(folders::add);
    }
    boolean packedWithItsName = folders.size() == 1 && !Run.isFolder(root);
    return packedWithItsName ? folders.getFirst() : root;
  }

  /** Some systems pack folders of their own beside it. */
  private static boolean isFolder(Path entry) {
    String name = String.valueOf(entry.getFileName());
    return Files.isDirectory(entry) && !name.startsWith("__MACOSX") && !name.startsWith(".");
  }
}
