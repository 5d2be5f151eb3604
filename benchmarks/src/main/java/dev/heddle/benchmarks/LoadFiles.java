package dev.heddle.benchmarks;

import dev.heddle.benchmarks.run.RunFolder;
import dev.heddle.load.LoadReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a fork keeps what JMH's result has no place for: {@code NAME.json} and {@code NAME.hlog}.
 *
 * @param folder where; empty to keep nothing
 * @param name of the files; empty for one made of the cell
 */
record LoadFiles(Optional<Path> folder, Optional<String> name) {

  /** The system property that names the folder. */
  static final String FOLDER_PROPERTY = "heddle.load.out";

  /** The system property that names the files. */
  static final String NAME_PROPERTY = "heddle.load.name";

  static LoadFiles ofThisFork() {
    return new LoadFiles(
        Optional.ofNullable(System.getProperty(FOLDER_PROPERTY)).map(Path::of),
        Optional.ofNullable(System.getProperty(NAME_PROPERTY)));
  }

  void keep(LoadReport report) throws IOException {
    if (folder.isPresent()) {
      String file = name.orElseGet(() -> report.cell().replaceAll("[^A-Za-z0-9.-]", "_"));
      RunFolder.write(folder.get().resolve(file + ".hlog"), report.toLog());
      RunFolder.write(folder.get().resolve(file + ".json"), report.toJson());
    }
  }
}
