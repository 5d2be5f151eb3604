package dev.heddle.reports.headline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.reports.read.Calibration;
import dev.heddle.reports.read.Search;
import dev.heddle.reports.stats.CeilingBound;
import dev.heddle.reports.stats.LoadScenario;
import dev.heddle.reports.stats.LoadScenarios;
import dev.heddle.reports.stats.Loads;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class SearchRowTest {

  private static final LoadScenario TRIED =
      LoadScenarios.of(List.of(Loads.valid("virtual-threads", 400, 1))).getFirst();

  @Test
  void theHighestRateStandsWithTheOneThatWasMissed() {
    HeadlineRow row =
        row(
            found("platform-threads", 200, step(200, true)),
            found("virtual-threads", 400, step(400, true), step(900, false), step(800, false)));

    assertThat(row.workload()).startsWith("highest rate with p99=50ms: ");
    assertThat(row.ahead()).isEqualTo("virtual threads");
    assertThat(row.figure()).isEqualTo("400/s (missed at 800)");
    assertThat(row.next()).isEqualTo("platform threads × 0.500");
  }

  @Test
  void ratesCloserThanThePrecisionTie() {
    HeadlineRow row = row(found("virtual-threads", 400), found("structured-scope", 370));

    assertThat(row.ahead()).isEqualTo("tie: virtual threads, structured scope");
    assertThat(row.next()).isEqualTo("–");
  }

  @Test
  void aRateAboveWhichNothingWasTriedIsALowerBound() {
    assertThat(row(found("virtual-threads", 400), found("structured-scope", 100)).figure())
        .isEqualTo("at least 400/s");
  }

  @Test
  void aRateWithoutAValidForkIsNotSaidToBeTheModels() {
    Search.Step invalid = new Search.Step("bisect", 800, false, false, List.of("late"));

    assertThat(row(found("virtual-threads", 400, invalid), found("a", 100)).figure())
        .isEqualTo("400/s (no valid fork at 800)");
  }

  @Test
  void whoHasNoRateIsNamedAndASearchThatWasCutOffSaysSo() {
    HeadlineRow row =
        row(
            found("virtual-threads", 400),
            model("netty-event-loop", true, OptionalDouble.empty()),
            model("structured-scope", false, OptionalDouble.empty()));

    assertThat(row.ahead()).isEqualTo("so far: virtual threads");
    assertThat(row.next())
        .isEqualTo("–; no rate found: Netty event loop; not ended: structured scope");
  }

  @Test
  void whereNoRateWasFoundNobodyIsRanked() {
    HeadlineRow row =
        row(
            model("virtual-threads", true, OptionalDouble.empty()),
            model("netty-event-loop", true, OptionalDouble.empty()));

    assertThat(row.ahead()).isEqualTo("not ranked");
    assertThat(row.next()).isEqualTo("–; no rate found: virtual threads, Netty event loop");
  }

  @Test
  void aRateNearTheCeilingIsNamedAndNotRanked() {
    double exchanges = TRIED.points().getFirst().exchangesPerSecond().orElseThrow();
    var bound =
        new CeilingBound(Optional.of(new Calibration.Ceiling("driver to stub", exchanges * 1.2)));

    HeadlineRow row =
        new SearchRow(search(found("virtual-threads", 400), found("a", 100)), TRIED, bound).row();

    assertThat(row.ahead()).isEqualTo("A");
    assertThat(row.next()).isEqualTo("–; ceiling-bound, not ranked: virtual threads");
  }

  private static HeadlineRow row(Search.OfModel... models) {
    return new SearchRow(search(models), TRIED, CeilingBound.UNKNOWN).row();
  }

  private static Search search(Search.OfModel... models) {
    return new Search("p99=50ms", 0.1, Arrays.asList(models));
  }

  private static Search.OfModel found(String model, double max, Search.Step... path) {
    return model(model, true, OptionalDouble.of(max), path);
  }

  private static Search.OfModel model(
      String model, boolean ended, OptionalDouble max, Search.Step... path) {
    return new Search.OfModel(model, ended, max, Arrays.asList(path));
  }

  private static Search.Step step(double rate, boolean met) {
    return new Search.Step("explore", rate, met, true, List.of());
  }
}
