package dev.heddle.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.OptionalDouble;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

/** Each rule, just kept and just broken. */
class JudgeTest {

  private static final long MILLI = 1_000_000;
  private static final Books GOOD = new Books(1000, 1000, 0, 0, 0, 1000, 0, 0, 0, 0);
  private static final Judge STRICT = new Judge(false);

  @Test
  void nothingToObjectToIsValid() {
    Verdict verdict = STRICT.judge(result(GOOD, 10 * MILLI, MILLI / 2), exactly(1000));
    assertThat(verdict.reasons()).isEmpty();
    assertThat(verdict.isValid()).isTrue();
  }

  @Test
  void oneArrivalInAHundredMayBeMissing() {
    Books kept = new Books(1000, 990, 10, 0, 0, 990, 0, 0, 0, 0);
    Books broken = new Books(1000, 989, 11, 0, 0, 989, 0, 0, 0, 0);
    assertRules(result(kept, 10 * MILLI, 0), exactly(990));
    assertRules(result(broken, 10 * MILLI, 0), exactly(989), "sent");
  }

  @Test
  void theDriversLagMayBeATenthOfTheResponseTimesP99() {
    assertRules(result(GOOD, 10 * MILLI, MILLI * 99 / 100), exactly(1000));
    assertRules(result(GOOD, 10 * MILLI, MILLI * 102 / 100), exactly(1000), "lag", "late");
  }

  @Test
  void onePlanInTwentyMayBeLate() {
    Histogram lag = histogram(950, 0);
    lag.recordValueWithCount(2 * MILLI, 50);
    assertRules(result(GOOD, histogram(1000, 10 * MILLI), lag), exactly(1000), "lag");
    lag.recordValueWithCount(2 * MILLI, 5);
    assertRules(result(GOOD, histogram(1000, 10 * MILLI), lag), exactly(1000), "late", "lag");
  }

  @Test
  void aFailureCountsOnlyWhereTheScenarioHasNone() {
    Books books = new Books(1000, 1000, 0, 0, 0, 999, 1, 0, 0, 0);
    LoadResult result = result(books, 10 * MILLI, 0);
    assertRules(result, exactly(1000), "errors");
    assertThat(new Judge(true).judge(result, exactly(1000)).isValid()).isTrue();
  }

  @Test
  void booksThatDoNotBalanceAreNamed() {
    Books lost = new Books(1000, 1000, 0, 0, 0, 999, 0, 0, 0, 1);
    assertThat(new Judge(true).judge(result(lost, 10 * MILLI, 0), exactly(1000)).reasons())
        .singleElement()
        .satisfies(
            reason -> {
              assertThat(reason.rule()).isEqualTo("books");
              assertThat(reason.text()).contains("unfinished 1");
            });
  }

  @Test
  void requestsMustBeExactUnlessSomethingWasCutShort() {
    LoadResult result = result(GOOD, 10 * MILLI, 0);
    assertRules(result, server(1000, 999, false), "requests");
    assertRules(result, server(1000, 1001, false), "requests");
    assertRules(result, server(1000, 999, true));
    assertRules(result, server(1000, 1001, true), "requests");
  }

  @Test
  void theServersOwnDelaysMayBeLateByATenthOfTheP99() {
    LoadResult result = result(GOOD, 10 * MILLI, 0);
    assertRules(result, late(MILLI * 99 / 100));
    assertRules(result, late(MILLI * 102 / 100), "server-late");
  }

  @Test
  void aServerThatDiedIsNamedAndItsCountsAreNot() {
    Exchanges dead = new Exchanges(1000, 0, false, OptionalDouble.empty(), false);
    assertRules(result(GOOD, 10 * MILLI, 0), dead, "server");
  }

  private static void assertRules(LoadResult result, Exchanges exchanges, String... rules) {
    assertThat(STRICT.judge(result, exchanges).reasons())
        .extracting(Verdict.Reason::rule)
        .containsExactlyInAnyOrder(rules);
  }

  private static Exchanges exactly(long exchanges) {
    return server(exchanges, exchanges, false);
  }

  private static Exchanges server(long sent, long received, boolean mayBeCutShort) {
    return new Exchanges(sent, received, mayBeCutShort, OptionalDouble.empty(), true);
  }

  private static Exchanges late(double nanos) {
    return new Exchanges(1000, 1000, false, OptionalDouble.of(nanos), true);
  }

  private static LoadResult result(Books books, long responseNanos, long lagNanos) {
    return result(books, histogram(1000, responseNanos), histogram(1000, lagNanos));
  }

  private static LoadResult result(Books books, Histogram response, Histogram lag) {
    PhaseResult nothing =
        new PhaseResult(
            new Books(0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
            histogram(0, 0),
            histogram(0, 0),
            histogram(0, 0),
            0,
            Map.of());
    return new LoadResult(
        nothing, new PhaseResult(books, response, response, lag, 1000, Map.of()), 1);
  }

  private static Histogram histogram(long count, long value) {
    Histogram histogram = new Histogram(3);
    histogram.recordValueWithCount(value, count);
    return histogram;
  }
}
