package dev.heddle.reports.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.reports.read.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentDifferenceTest {

  @TempDir private Path folder;

  @Test
  void twoRunsOfOneMachineMayBeCompared() throws IOException {
    Run monday = run("monday", "Some CPU", "25.0.3", "40401", "2026-11-23T03:00:00Z", "0.1");
    Run tuesday = run("tuesday", "Some CPU", "25.0.4", "36123", "2026-11-24T03:00:00Z", "1.7");

    List<EnvironmentDifference> differences = EnvironmentDifference.between(monday, tuesday);

    assertThat(EnvironmentDifference.forbidding(differences)).isEmpty();
  }

  @Test
  void anotherProcessorForbidsAVerdict() throws IOException {
    Run here = run("here", "Some CPU", "25.0.3", "1", "2026-11-23T03:00:00Z", "0.1");
    Run there = run("there", "Other CPU", "25.0.3", "1", "2026-11-23T03:00:00Z", "0.1");

    List<EnvironmentDifference> differences = EnvironmentDifference.between(here, there);

    assertThat(differences.getFirst().fact()).isEqualTo("machine › cpu › model");
    assertThat(EnvironmentDifference.forbidding(differences))
        .contains("the environments differ in machine › cpu › model");
  }

  @Test
  void anotherFeatureVersionOfTheJdkForbidsAVerdict() throws IOException {
    Run before = run("before", "Some CPU", "25.0.3", "1", "2026-11-23T03:00:00Z", "0.1");
    Run after = run("after", "Some CPU", "26.0.1", "1", "2026-11-23T03:00:00Z", "0.1");

    assertThat(EnvironmentDifference.forbidding(EnvironmentDifference.between(before, after)))
        .contains("the environments differ in jdk › version");
  }

  @Test
  void theFeatureVersionOfOldJdksIsTheirSecondNumber() {
    assertThat(EnvironmentDifference.feature("1.8.0_402")).isEqualTo("8");
    assertThat(EnvironmentDifference.feature("25.0.3+9-LTS")).isEqualTo("25");
    assertThat(EnvironmentDifference.feature("26-ea")).isEqualTo("26");
  }

  private Run run(String name, String cpu, String jdk, String port, String started, String load)
      throws IOException {
    Path run = Files.createDirectory(folder.resolve(name));
    Files.writeString(run.resolve("results.json"), "[]");
    Files.writeString(
        run.resolve("environment.json"),
        """
        {"heddle": {"version": "0.1.0", "commit": "%s"}, "run": {"started": "%s", "seed": %s},
         "machine": {"cpu": {"model": "%s"}, "memory": {"totalBytes": 8330000000, "availableBytes": %s000000000}},
         "load": {"one": %s}, "jdk": {"version": "%s", "runtimeVersion": "%s+9"},
         "ranking": [{"subject": "stub", "value": "one process: http://127.0.0.1:%s", "parameter": "address"}]}
        """
            .formatted(name, started, port, cpu, 2 + port.length(), load, jdk, jdk, port));
    return Run.read(run);
  }
}
