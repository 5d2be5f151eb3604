package dev.heddle.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoublePredicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class RateSearchTest {

  private static final double LOWEST = 1;
  private static final double HIGHEST = 100_000;
  private static final int MOST_LEVELS = 60;

  @Test
  void doublesThenBisectsThenConfirms() {
    RateSearch search = search(50, 0.1);
    run(search, rate -> rate <= 330);
    assertThat(search.path().stream().map(step -> step.level().perSecond()))
        .containsExactly(50.0, 100.0, 200.0, 400.0, 283.0, 336.0, 308.0, 308.0);
    assertThat(search.path().getLast())
        .isEqualTo(new RateSearch.Step(new RateSearch.Level(RateSearch.Phase.CONFIRM, 308), true));
    assertThat(search.max()).hasValue(308);
  }

  @Test
  void halvesWhereTheFirstRateIsTooHigh() {
    RateSearch search = search(800, 0.1);
    run(search, rate -> rate <= 90);
    assertThat(search.path().get(1).level().perSecond()).isEqualTo(400);
    assertThat(search.max().orElseThrow()).isBetween(90 / 1.1, 90.0);
  }

  @Test
  void stepsDownAsLongAsTheLongerRunFails() {
    RateSearch search = search(50, 0.1);
    while (search.next().isPresent()) {
      RateSearch.Level level = search.next().orElseThrow();
      boolean confirm = level.phase() == RateSearch.Phase.CONFIRM;
      search.told(level.perSecond() <= (confirm ? 250 : 330));
    }
    assertThat(search.max().orElseThrow()).isBetween(250 / 1.1 - 1, 250.0);
  }

  @Test
  void knowsOnItsWayTheHighestRateBelowAllThatWereMissed() {
    RateSearch search = search(50, 0.1);
    assertThat(search.highestMet()).isEmpty();

    search.told(true);
    search.told(true);
    assertThat(search.max()).isEmpty();
    assertThat(search.highestMet()).hasValue(100);

    search.told(false);
    search.told(true);
    assertThat(search.highestMet()).hasValue(141);
  }

  @Test
  void endsWithoutARateWhereNoneIsMet() {
    RateSearch search = search(50, 0.1);
    run(search, rate -> false);
    assertThat(search.max()).isEmpty();
    assertThat(search.path()).hasSizeLessThan(10);
  }

  @Test
  void endsAtTheHighestWhereAllAreMet() {
    RateSearch search = search(50, 0.1);
    run(search, rate -> true);
    assertThat(search.max()).hasValue(HIGHEST);
  }

  @Property(tries = 500)
  void findsAnyCapacityToItsPrecision(
      @ForAll @DoubleRange(min = 1.2, max = 90_000) double capacity,
      @ForAll @DoubleRange(min = 0.02, max = 0.5) double precision) {
    RateSearch search = search(50, precision);
    run(search, rate -> rate <= capacity);
    double max = search.max().orElseThrow();
    // Rates have three digits, so that two neighbours are up to one percent apart.
    assertThat(max).isLessThanOrEqualTo(capacity).isGreaterThan(capacity / (1 + precision) / 1.01);
  }

  @Property(tries = 500)
  void endsHoweverContradictoryTheAnswersAre(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    RateSearch search = search(50, 0.05);
    run(search, rate -> random.nextInt(3) > 0);
    assertThat(search.next()).isEmpty();
  }

  @Test
  void anImpossibleSearchIsRefused() {
    for (double precision : List.of(0.0, 1.1, Double.NaN)) {
      assertThatThrownBy(() -> search(50, precision))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("allowed: 0.01 to 1");
    }
    assertThatThrownBy(() -> search(0, 0.1)).hasMessageContaining("the first rate is 0.0");
  }

  private static RateSearch search(double first, double precision) {
    return new RateSearch(first, precision, LOWEST, HIGHEST);
  }

  private static void run(RateSearch search, DoublePredicate met) {
    for (int level = 0; level < MOST_LEVELS && search.next().isPresent(); level++) {
      search.told(met.test(search.next().orElseThrow().perSecond()));
    }
  }
}
