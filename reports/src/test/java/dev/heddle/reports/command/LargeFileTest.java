package dev.heddle.reports.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LargeFileTest {

  private static final long FIFTY_MEGABYTES = 50_000_000;

  @TempDir private Path folder = Path.of("");

  @Test
  void fiftyMegabytesOfRawDataFitIntoAHeapOf128() throws Exception {
    Path input = write(folder.resolve("large.json"));
    assertThat(Files.size(input)).isGreaterThan(FIFTY_MEGABYTES);

    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                Reports.class.getName(),
                "report",
                input.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    try {
      assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    } finally {
      process.destroyForcibly();
    }

    assertThat(folder.resolve("log")).content().contains("B.work").contains("Report: ");
    assertThat(process.exitValue()).isZero();
    assertThat(Files.size(folder.resolve("report.html"))).isLessThan(1_000_000);
  }

  /** Ten cells of five forks with so many iterations that the file passes fifty megabytes. */
  private static Path write(Path file) throws IOException {
    String fork = "[" + "123.4567, ".repeat(100_200) + "123.4]";
    try (Writer writer = Files.newBufferedWriter(file)) {
      for (int cell = 0; cell < 10; cell++) {
        writer.write(cell == 0 ? "[" : ",");
        writer.write(
            """
            { "benchmark": "a.B.work", "mode": "avgt", "params": { "n": "%d" },
              "primaryMetric": { "score": 1, "scoreUnit": "us/op", "rawData": [
            """
                .formatted(cell));
        for (int i = 0; i < 5; i++) {
          writer.write(i == 0 ? fork : "," + fork);
        }
        writer.write("]}}");
      }
      writer.write("]");
    }
    return file;
  }
}
