package dev.heddle.reports.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two models, two rates, two rounds, as a load of Heddle's left them. */
class LoadFolderTest {

  private static final Path SAMPLE = Path.of("src/test/resources/under-load");
  private static final String FORK = "round-01_virtual-threads_400";

  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void copy() throws IOException {
    try (Stream<Path> files = Files.walk(SAMPLE)) {
      for (Path file : files.toList()) {
        Path copy = folder.resolve(SAMPLE.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(file, copy);
        }
      }
    }
  }

  @Test
  void everyForkComesWithItsVerdictAndFigures() throws IOException {
    Run run = Run.read(folder);

    assertThat(run.load()).hasSize(8);
    assertThat(run.problems()).isEmpty();
    LoadFork first = run.load().getFirst();
    assertThat(first.name()).isEqualTo("round-01_platform-threads_400");
    assertThat(first.parameters()).containsEntry("model", "platform-threads").hasSize(7);
    assertThat(first.valid()).isFalse();
    assertThat(first.reasons()).singleElement().asString().contains("were late by a p99 of 21.365");
    assertThat(first.offeredPerSecond()).isEqualTo(400);
    assertThat(first.achievedPerSecond()).isCloseTo(408.43, within(0.01));
    assertThat(first.highestInFlight()).isEqualTo(66);
  }

  @Test
  void cpuIsSharedAmongAllRequestsWithThoseOfTheWarmUp() throws IOException {
    LoadFork first = Run.read(folder).load().getFirst();

    assertThat(first.driverCpu()).hasValueCloseTo(2.76 / (822 + 412), within(1e-9));
    assertThat(first.serverCpu()).hasValueCloseTo(0.85 / (822 + 412), within(1e-9));
  }

  @Test
  void theLogHoldsWhatTheFiguresSumUp() throws IOException {
    Histogram response = Run.read(folder).load().getFirst().times().response();

    assertThat(response.samples()).isEqualTo(822);
    assertThat(response.percentile(0.5)).isCloseTo(0.018104319, within(1e-12));
    assertThat(response.percentile(0.99)).isCloseTo(0.075235327, within(1e-12));
    assertThat(response.percentile(1)).isCloseTo(0.106758143, within(1e-12));
  }

  /** The 197th of both forks' 198 is the second greatest: the first fork's greatest. */
  @Test
  void logsOfForksAddUp() throws IOException {
    List<Histogram> forks =
        Run.read(folder).load().stream()
            .filter(fork -> fork.name().endsWith("platform-threads_50"))
            .map(fork -> fork.times().response())
            .toList();

    Histogram both = Histogram.sum(forks);

    assertThat(both.samples()).isEqualTo(198);
    assertThat(both.percentile(0.99)).isCloseTo(0.095682559, within(1e-12));
    assertThat(both.percentile(1)).isCloseTo(0.101187583, within(1e-12));
  }

  @Test
  void howLongALoadWasOfferedIsNotCompared() throws IOException {
    Run run = Run.read(folder);

    assertThat(run.cells()).hasSize(4);
    assertThat(run.comparable()).isEmpty();
  }

  @Test
  void aStoppedLoadIsReadAsFarAsItGoes() throws IOException {
    Files.delete(folder.resolve("results.json"));
    Files.delete(json());

    Run run = Run.read(folder);

    assertThat(run.load()).hasSize(7);
    assertThat(run.problems())
        .containsExactly(log() + ": its fork did not end (there is no .json beside it)");
  }

  @Test
  void aMissingLogIsNamed() throws IOException {
    Files.delete(log());

    assertUnreadable(log() + ": does not exist; expected the whole HdrHistogram log");
  }

  @Test
  void aLogThatIsNoneIsNamed() throws IOException {
    Files.writeString(log(), Files.readString(log()).replace("HISTFAAA", "HISTFBBB"));

    assertUnreadable(log() + ": is cut off or damaged; expected the whole HdrHistogram log");
  }

  @Test
  void aLogThatIsCutIsNamed() throws IOException {
    List<String> lines = Files.readAllLines(log());
    for (int keep = 0; keep < lines.size(); keep++) {
      Files.write(log(), lines.subList(0, keep));
      assertUnreadable(log() + ": holds 0 values of '");
    }
    String whole = String.join("\n", lines);
    for (int cut = 1; cut < whole.length(); cut += 97) {
      Files.writeString(log(), whole.substring(0, whole.length() - cut));
      assertUnreadable(log() + ": ");
    }
  }

  @Test
  void anotherForksLogIsNamed() throws IOException {
    Files.writeString(
        log(), Files.readString(folder.resolve("load/round-01_virtual-threads_50.hlog")));

    assertUnreadable(
        log() + ": holds 99 values of 'response', not 822 as the .json beside it says; expected");
  }

  @Test
  void figuresThatAreNoneAreNamed() throws IOException {
    Files.writeString(json(), "{ \"cell\": ");
    assertUnreadable(json() + ": is not JSON (");

    Files.writeString(json(), "{}");
    assertUnreadable(
        json() + ": has something else at 'parameters'; expected the figures of one fork");

    Files.writeString(json(), "");
    assertUnreadable(json() + ": ");
  }

  @Test
  void figuresOfWrongKindAreNamedByTheirPlace() throws IOException {
    String figures = Files.readString(FILE_OF_SAMPLE);
    Files.writeString(json(), figures.replace("\"model\"", "\"modell\""));
    assertUnreadable(json() + ": has no 'model' among its parameters");

    Files.writeString(json(), figures.replaceFirst("400\\.0", "\"fast\""));
    assertUnreadable(json() + ": has something else at 'offered_per_second'");
  }

  private static final Path FILE_OF_SAMPLE = SAMPLE.resolve("load/" + FORK + ".json");

  private void assertUnreadable(String start) {
    assertThatThrownBy(() -> Run.read(folder))
        .isInstanceOf(UnreadableInputException.class)
        .hasMessageStartingWith(start)
        .message()
        .hasLineCount(1);
  }

  private Path json() {
    return folder.resolve("load/" + FORK + ".json");
  }

  private Path log() {
    return folder.resolve("load/" + FORK + ".hlog");
  }
}
