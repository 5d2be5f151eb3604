package dev.heddle.reports.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.reports.read.Environment.Fact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalibrationFileTest {

  private static final String FILE =
      """
      { "format_version": 1, "made": "2026-11-26T12:00:00Z", "heddle": "1.2", "machine": {},
        "ceilings": [
          { "client": "driver", "server": "stub",
            "per_second": { "rounds": [ 60000, 80000, 70000 ], "median": 70000 } },
          { "client": "wrk", "server": "stub",
            "per_second": { "rounds": [ 120000.5 ], "median": 120000.5 } } ],
        "missing": [ "nginx is not installed" ],
        "pacing": [ { "pacing": "park", "per_second": 1000,
          "p50_us": { "rounds": [ 30 ], "median": 30 },
          "p99_us": { "rounds": [ 80, 120 ], "median": 100 } } ],
        "hiccup_us": { "seconds": 2, "p50": 60, "p99": 120, "p999": 1200, "max": 1800 },
        "noise": [ { "work": "CPU", "scores_us": [ 1, 1 ], "floor": 0.0123 } ] }
      """;

  @TempDir private Path folder = Path.of("");

  @Test
  void theLowestCeilingAndAllFactsAreRead() throws IOException {
    Run run = read(FILE);

    assertThat(run.problems()).isEmpty();
    Calibration calibration = run.calibration().orElseThrow();
    assertThat(calibration.lowest()).contains(new Calibration.Ceiling("driver → stub", 70_000));
    assertThat(calibration.facts().facts())
        .containsExactly(
            new Fact("made", "2026-11-26T12:00:00Z by heddle 1.2"),
            new Fact("ceiling driver → stub", "70,000 exchanges/s (60,000 – 80,000)"),
            new Fact("ceiling wrk → stub", "120,001 exchanges/s (120,001 – 120,001)"),
            new Fact("driver lag, park at 1,000/s", "p50 30.0 µs, p99 100 µs (80.0 – 120)"),
            new Fact(
                "hiccups while nothing runs",
                "p50 60.0 µs, p99 120 µs, p99.9 1,200 µs, max 1,800 µs"),
            new Fact("noise floor, CPU", "1.2 %"),
            new Fact("not read", "nginx is not installed"));
  }

  @Test
  void aFileMayHoldNoMoreThanItsOrigin() throws IOException {
    Calibration calibration =
        read("{ \"format_version\": 1, \"made\": \"m\", \"heddle\": \"h\" }")
            .calibration()
            .orElseThrow();

    assertThat(calibration.lowest()).isEmpty();
    assertThat(calibration.facts().facts()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"format_version\": 1 | \"format_version\": 2 | has the format version '2'",
        "\"median\": 70000 | \"median\": 0 | has the ceiling 0.0 for 'driver → stub', where",
        "\"client\": \"driver\" | \"client\": null | has something else at 'ceilings.0'",
        "\"floor\": 0.0123 | \"floor\": [] | has something else at 'noise.0.floor'",
        "{ \"format_version\" | { { | is not JSON",
      })
  void aDamagedFileCostsNoMoreThanItself(String part, String other, String wrong)
      throws IOException {
    assertThat(FILE).contains(part);

    Run run = read(FILE.replace(part, other));

    assertThat(run.calibration()).isEmpty();
    assertThat(run.problems()).singleElement().asString().contains("calibration.json", wrong);
  }

  @Test
  void aFileThatHoldsNullCostsNoMoreThanItself() throws IOException {
    Run run = read("null");

    assertThat(run.calibration()).isEmpty();
    assertThat(run.problems())
        .singleElement()
        .asString()
        .contains("calibration.json", "has something else at '.'");
  }

  private Run read(String calibration) throws IOException {
    Files.writeString(folder.resolve("results.json"), "[]");
    Files.writeString(folder.resolve("calibration.json"), calibration);
    return Run.read(folder);
  }
}
