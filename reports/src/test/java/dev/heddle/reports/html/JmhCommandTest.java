package dev.heddle.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.reports.read.Run;
import dev.heddle.reports.stats.Scenarios;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JmhCommandTest {

  @TempDir private Path folder = Path.of("");

  @Test
  void runsExactlyTheCellsOfTheChart() throws IOException {
    String command =
        command(
            """
            [ { "benchmark": "a.B.c", "mode": "avgt", "threads": 2, "forks": 5,
                "jvmArgs": [ "-Xmx1g", "-Dheddle.stub=gone", "-Dname=a b" ],
                "warmupIterations": 3, "warmupTime": "500 ms",
                "measurementIterations": 4, "measurementTime": "1 s", "measurementBatchSize": 8,
                "params": { "model": "X", "fanOut": "100" },
                "primaryMetric": { "score": 1, "scoreUnit": "us/op", "rawData": [[1]] } },
              { "benchmark": "a.B.c", "mode": "avgt", "threads": 2,
                "params": { "model": "Y", "fanOut": "100" },
                "primaryMetric": { "score": 1, "scoreUnit": "us/op", "rawData": [[1]] } } ]
            """);

    assertThat(command)
        .isEqualTo(
            "java -jar b.jar '^a\\.B\\.c$' -p model=X,Y -p fanOut=100 -f 5 -wi 3 -w 500ms"
                + " -i 4 -r 1s -bs 8 -bm avgt -tu us -t 2 -jvmArgs '-Xmx1g \"-Dname=a b\"'");
  }

  @Test
  void methodsBecomeAlternativesAndASingleShotHasNoTime() throws IOException {
    String command =
        command(
            """
            [ { "benchmark": "a.B.one", "mode": "ss", "warmupTime": "single-shot",
                "measurementIterations": 9, "measurementTime": "single-shot",
                "primaryMetric": { "score": 1, "scoreUnit": "s/op", "rawData": [[1]] } },
              { "benchmark": "a.B.it's", "mode": "ss",
                "primaryMetric": { "score": 1, "scoreUnit": "s/op", "rawData": [[1]] } } ]
            """);

    assertThat(command)
        .isEqualTo(
            "java -jar b.jar '^(a\\.B\\.one|a\\.B\\.it'\\''s)$' -f 1 -wi 0 -i 9 -bm ss -tu s -t 1");
  }

  private String command(String json) throws IOException {
    Path file = Files.writeString(folder.resolve("jmh.json"), json);
    return JmhCommand.of(Scenarios.of(Run.read(file).cells()).getFirst(), "b.jar");
  }
}
