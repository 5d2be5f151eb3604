package dev.heddle.benchmarks;

import dev.heddle.benchmarks.run.RunFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Makes the report of a run, in a process of its own: the result file is all that the two share.
 */
record ReportProcess(RunFolder folder, PrintWriter log) {

  /** The system property that names the reports' jar. */
  static final String JAR_PROPERTY = "heddle.reports.jar";

  /** Makes the report, or says how to; whether nothing went wrong. */
  boolean run() throws IOException {
    Optional<String> jar = Optional.ofNullable(System.getProperty(JAR_PROPERTY));
    if (jar.isEmpty()) {
      log.printf(
          "Results: %s%nMake the report with: scripts/heddle report %s%n",
          folder.results(), folder.path());
      log.flush();
      return true;
    }
    return report(jar.get());
  }

  private boolean report(String jar) throws IOException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-jar",
            jar,
            "report",
            folder.path().toString());
    Process process = new ProcessBuilder(command).inheritIO().start();
    try {
      int code = process.waitFor();
      if (code != 0) {
        log.printf("The report failed with exit code %d; the results are whole%n", code);
        log.flush();
      }
      return code == 0;
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
