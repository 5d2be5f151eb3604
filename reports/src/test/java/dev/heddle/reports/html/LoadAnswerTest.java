package dev.heddle.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.reports.read.Calibration;
import dev.heddle.reports.read.LoadFork;
import dev.heddle.reports.stats.CeilingBound;
import dev.heddle.reports.stats.Loads;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LoadAnswerTest {

  private static double[] hundred(double millis) {
    return DoubleStream.generate(() -> millis).limit(100).toArray();
  }

  @Test
  void fewForksAreAnObservation() {
    assertThat(
            answer(
                Loads.valid("virtual-threads", 400, hundred(10)),
                Loads.valid("virtual-threads", 400, hundred(12)),
                Loads.valid("netty-event-loop", 400, hundred(30))))
        .isEqualTo(
            "At 400/s, the highest offered rate at which both models have a valid fork, the lowest"
                + " p99 is that of virtual threads, 12.0 ms (2 forks: 10.0 – 12.0). The other:"
                + " Netty event loop: × 2.50, 30.0 ms (one fork). This is an observation, not a"
                + " verdict: a verdict takes 5 valid forks of each model, and here one has 1.");
  }

  @Test
  void aP99OfFewerThanAHundredRequestsIsCalledTheirMaximum() {
    assertThat(answer(Loads.valid("a", 50, hundred(1)), Loads.valid("b", 50, 2)))
        .contains("Behind the p99 of B stand fewer than 100 requests: it is their maximum. This");
  }

  @Test
  void fiveForksThatLieApartAreAVerdict() {
    assertThat(answer(five("a", 1, 2, 3, 4, 5), five("b", 6, 7, 8, 9, 10)))
        .contains("the lowest p99 is that of A, 5.00 ms (5 forks: 1.00 – 5.00).")
        .endsWith(
            "B: × 2.00, 10.0 ms (5 forks: 6.00 – 10.0). Each of its forks lies below each of the"
                + " others'.");
  }

  @Test
  void fiveForksThatOverlapCannotBeToldApart() {
    assertThat(answer(five("a", 1, 2, 3, 4, 5), five("b", 5, 7, 8, 9, 10)))
        .endsWith("Its forks overlap with those of B: they cannot be told apart.");
  }

  @Test
  void whereNoRateSuitsAllModelsThatIsSaidFirst() {
    assertThat(
            answer(
                Loads.valid("a", 50, 1),
                Loads.valid("b", 50, 2),
                Loads.invalid("c", 50, "late", 1)))
        .startsWith(
            "At no offered rate has every model a valid fork. At 50/s, where 2 of 3 have one, the"
                + " lowest p99 is that of A, 1.00 ms (one fork).");
  }

  @Test
  void oneValidModelHasNothingBesideIt() {
    assertThat(answer(Loads.valid("a", 50, 1), Loads.invalid("b", 50, "late", 1)))
        .endsWith(
            "At 50/s, where 1 of 2 have one, it is A: p99 of 1.00 ms (one fork), with nothing to"
                + " compare it with.");
    assertThat(answer(Loads.valid("a", 50, 1))).endsWith("One model: nothing to compare it with.");
  }

  @Test
  void withoutAValidForkNothingIsQuoted() {
    assertThat(answer(Loads.invalid("a", 50, "late", 1)))
        .isEqualTo("No fork is valid: nothing here may be quoted. The table says why.");
  }

  @Test
  void whatComesNearACeilingIsNamedAndNotRanked() {
    CeilingBound bound =
        new CeilingBound(Optional.of(new Calibration.Ceiling("driver → stub", 5_000)));

    assertThat(
            LoadAnswer.of(
                Loads.scenario(
                    Loads.fork("a", 400, 360, List.of(), hundred(1)),
                    Loads.fork("b", 400, 300, List.of(), hundred(2))),
                bound))
        .startsWith("At 400/s, the highest offered rate at which both models have a valid fork")
        .contains("it is B: p99 of 2.00 ms")
        .endsWith(
            "Ceiling-bound at 400/s, and not ranked: A (72.0 %) of the exchanges that driver → stub"
                + " does at most on this machine.");
    assertThat(
            LoadAnswer.of(Loads.scenario(Loads.fork("a", 400, 360, List.of(), hundred(1))), bound))
        .startsWith("Ceiling-bound at 400/s");
  }

  private static List<LoadFork> five(String model, double... millis) {
    return DoubleStream.of(millis).mapToObj(ms -> Loads.valid(model, 50, hundred(ms))).toList();
  }

  private static String answer(List<LoadFork> one, List<LoadFork> other) {
    return answer(Stream.concat(one.stream(), other.stream()).toArray(LoadFork[]::new));
  }

  private static String answer(LoadFork... forks) {
    return LoadAnswer.of(Loads.scenario(forks), CeilingBound.UNKNOWN);
  }
}
