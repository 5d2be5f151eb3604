package dev.heddle.benchmarks.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.heddle.benchmarks.run.RunFolder;
import dev.heddle.measure.MachineIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalibrationTest {

  @TempDir Path temp;

  @Test
  void whatIsWrittenIsRead() throws IOException {
    Calibration calibration = calibration();

    assertThat(Calibration.read(Files.write(temp.resolve("c.json"), calibration.toBytes())))
        .isEqualTo(calibration);
  }

  @Test
  void theLowestCeilingIsThatOfTheLeastMedian() {
    assertThat(calibration().lowest())
        .hasValueSatisfying(
            ceiling -> {
              assertThat(ceiling.name()).isEqualTo("driver → nginx");
              assertThat(ceiling.perSecond().median()).isEqualTo(250);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ | Unexpected end-of-input",
        "[] | Cannot deserialize",
        "{} | format_version is 0"
      })
  void aDamagedFileIsNamedWithWhatToDo(String content, String why) throws IOException {
    Path file = Files.writeString(temp.resolve("c.json"), content);

    assertThatThrownBy(() -> Calibration.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("'%s' is no calibration (%s", file, why)
        .hasMessageEndingWith("make a new one with scripts/heddle calibrate")
        .message()
        .doesNotContain("\n");
  }

  @Test
  void whatIsKnownOfThisMachineIsPutBesideARunAndNothingElse() throws IOException {
    CalibrationCache cache = new CalibrationCache(temp.resolve("cache"));
    RunFolder run = new RunFolder(temp.resolve("run"));
    assertThat(cache.copyInto(run)).isFalse();
    MachineIdentity other =
        new MachineIdentity(JsonNodeFactory.instance.objectNode().put("model", "another"));
    RunFolder.write(cache.file(other), calibration().toBytes());
    assertThat(cache.copyInto(run)).isFalse();

    RunFolder.write(cache.file(MachineIdentity.now()), calibration().toBytes());

    assertThat(cache.copyInto(run)).isTrue();
    assertThat(Calibration.read(run.calibration())).isEqualTo(calibration());
  }

  private static Calibration calibration() {
    return new Calibration(
        Calibration.FORMAT,
        "2026-11-26T12:00:00Z",
        "1.2.3",
        JsonNodeFactory.instance.objectNode().put("model", "a processor"),
        List.of(
            new Calibration.CeilingReading(
                "driver", "stub", new Readings(List.of(100.0, 900.0, 300.0))),
            new Calibration.CeilingReading(
                "driver", "nginx", new Readings(List.of(200.0, 900.0, 200.0, 300.0)))),
        List.of("no other client"),
        List.of(
            new Calibration.PacingReading(
                "park", 1_000, new Readings(List.of(30.0)), new Readings(List.of(80.0)))),
        new Calibration.HiccupReading(2, 50, 100, 200, 300),
        List.of(new Calibration.NoiseReading("CPU", List.of(1.0, 1.0, 1.0, 1.0), 0)));
  }
}
