package dev.heddle.reports.headline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.reports.read.LoadFork;
import dev.heddle.reports.stats.CeilingBound;
import dev.heddle.reports.stats.LoadScenarios;
import dev.heddle.reports.stats.Loads;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LoadRowTest {

  @Test
  void fiveForksThatLieApartMakeALeader() {
    HeadlineRow row = row(List.of(five("a", 1, 2, 3, 4, 5), five("b", 6, 7, 8, 9, 10)));

    assertThat(row.workload()).startsWith("p99 at 400/s: ");
    assertThat(row.ahead()).isEqualTo("A");
    assertThat(row.figure()).isEqualTo("5.00 ms (forks 1.00 – 5.00)");
    assertThat(row.next()).isEqualTo("B × 2.00");
  }

  @Test
  void forksThatOverlapTieAlsoBehindSomebodyElse() {
    HeadlineRow row =
        row(
            List.of(
                five("a", 1, 2, 3, 4, 5), five("b", 6, 6, 6, 6, 6), five("c", 2, 20, 20, 20, 20)));

    assertThat(row.ahead()).isEqualTo("tie: A, C");
    assertThat(row.next()).isEqualTo("B × 1.20");
  }

  @Test
  void fewForksAreNoVerdictHoweverFarApart() {
    HeadlineRow row =
        row(
            List.of(
                Stream.of(Loads.valid("a", 400, hundred(1))),
                Stream.of(Loads.valid("b", 400, hundred(9)))));

    assertThat(row.ahead()).isEqualTo("no verdict (1 of 5 forks)");
    assertThat(row.next()).isEqualTo("–");
  }

  @Test
  void whoHasNoValidForkIsNamed() {
    HeadlineRow row =
        row(
            List.of(
                five("a", 1, 1, 1, 1, 1),
                five("b", 2, 2, 2, 2, 2),
                Stream.of(Loads.invalid("c", 400, "late", hundred(1)))));

    assertThat(row.next()).isEqualTo("B × 2.00; no valid fork: C");
  }

  @Test
  void oneModelIsNoRow() {
    assertThat(rows(List.of(five("a", 1, 1, 1, 1, 1)))).isEmpty();
  }

  private static HeadlineRow row(List<Stream<LoadFork>> forks) {
    return rows(forks).getFirst();
  }

  private static List<HeadlineRow> rows(List<Stream<LoadFork>> forks) {
    List<LoadFork> all = forks.stream().flatMap(each -> each).toList();
    return LoadScenarios.of(all).stream()
        .flatMap(scenario -> LoadRow.of(scenario, CeilingBound.UNKNOWN).stream())
        .toList();
  }

  private static Stream<LoadFork> five(String model, double... millis) {
    return DoubleStream.of(millis).mapToObj(each -> Loads.valid(model, 400, hundred(each)));
  }

  private static double[] hundred(double millis) {
    return DoubleStream.generate(() -> millis).limit(100).toArray();
  }
}
