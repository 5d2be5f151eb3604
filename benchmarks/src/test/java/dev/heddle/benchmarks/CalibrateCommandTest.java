package dev.heddle.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.benchmarks.calibrate.Calibration;
import dev.heddle.benchmarks.calibrate.CalibrationCache;
import dev.heddle.load.Pacing;
import dev.heddle.measure.MachineIdentity;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

@Timeout(value = 5, unit = TimeUnit.MINUTES)
class CalibrateCommandTest {

  @TempDir Path cache;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--rounds 2 | --rounds is 2; allowed: 3 to 100",
        "--rounds few | 'few' is not an int",
        "--time 50ms | --time is 0.05 s; allowed: 0.1 s to 60 s",
        "--time 2h | '2h' is not usable; allowed: a time up to a day",
        "--out results | Unknown option",
      })
  void aWrongOptionIsAnsweredByWhatIsAllowed(String options, String answer) {
    StringWriter err = new StringWriter();
    CommandLine commandLine = Heddle.commandLine().setErr(new PrintWriter(err));

    int code = commandLine.execute(("calibrate " + options).split(" "));

    assertThat(code).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains(answer).doesNotContain("\tat ");
  }

  /** With real servers, clients and forks, for as short as it goes. */
  @Test
  void everythingIsReadSaidAndKeptForThisMachine() throws Exception {
    String output = calibrate("--rounds=3", "--time=100ms");

    Calibration kept = Calibration.read(new CalibrationCache(cache).file(MachineIdentity.now()));
    assertThat(kept.ceilings().getFirst().name()).isEqualTo("driver → stub");
    assertThat(kept.ceilings())
        .allSatisfy(
            ceiling -> assertThat(ceiling.perSecond().rounds()).hasSize(3).allMatch(r -> r > 0));
    assertThat(kept.ceilings().size() + kept.missing().size()).isEqualTo(3);
    assertThat(kept.pacing()).hasSize(Pacing.values().length);
    assertThat(kept.hiccupUs().max()).isPositive();
    assertThat(kept.noise())
        .hasSize(3)
        .allSatisfy(noise -> assertThat(noise.scoresUs()).hasSize(6).allMatch(us -> us > 0));
    assertThat(output).contains("driver → stub", "short-spin at 1,000/s", "Noise floor", "Kept in");
  }

  private String calibrate(String... arguments) throws Exception {
    List<String> words = new ArrayList<>(List.of("calibrate"));
    words.addAll(List.of(arguments));
    Process process =
        HeddleProcess.start(List.of("-D" + CalibrationCache.PROPERTY + "=" + cache), words);
    String output = process.inputReader().readAllAsString();
    assertThat(process.waitFor()).as(output).isEqualTo(ExitCode.DONE);
    return output;
  }
}
