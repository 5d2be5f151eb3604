package dev.heddle.reports.read;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The folder in which forks under load keep their files.
 *
 * @param forks in the order of their names, which is that of the rounds
 * @param problems what is left of forks that did not end; a line each
 */
record LoadFolder(List<LoadFork> forks, List<String> problems) {

  /** Of the forks of models. */
  static final String MODELS = "load";

  /** Of the forks of a reference. */
  static final String REFERENCE = "reference-load";

  LoadFolder {
    forks = List.copyOf(forks);
    problems = List.copyOf(problems);
  }

  /**
   * Reads a folder that lies beside a run's results; an absent one holds no forks.
   *
   * @throws UnreadableInputException if a file of it is unusable: numbers depend on all of them
   */
  static LoadFolder beside(Path results, String name) throws UnreadableInputException {
    Path folder = results.resolveSibling(name);
    List<LoadFork> forks = new ArrayList<>();
    for (Path json : files(folder, LoadFile.JSON)) {
      forks.add(LoadFile.read(json));
    }
    return new LoadFolder(forks, unfinished(folder));
  }

  /** A fork writes its log first, so a log alone is that of a fork that was stopped. */
  private static List<String> unfinished(Path folder) throws UnreadableInputException {
    return files(folder, LoadFile.LOG).stream()
        .filter(log -> !Files.exists(log.resolveSibling(stem(log) + LoadFile.JSON)))
        .map(
            log ->
                UnreadableInputException.place(log)
                    + ": its fork did not end (there is no .json beside it)")
        .toList();
  }

  private static String stem(Path log) {
    return log.getFileName().toString().replaceFirst("\\.hlog$", "");
  }

  private static List<Path> files(Path folder, String ending) throws UnreadableInputException {
    List<Path> files = new ArrayList<>();
    if (!Files.isDirectory(folder)) {
      return files;
    }
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*" + ending)) {
      found.forEach(files::add);
    } catch (IOException cause) {
      throw new UnreadableInputException(
          folder, "cannot be read (" + cause.getMessage() + ")", "a folder of a load's files");
    }
    files.sort(null);
    return files;
  }
}
