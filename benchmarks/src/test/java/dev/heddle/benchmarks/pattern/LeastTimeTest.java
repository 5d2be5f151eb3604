package dev.heddle.benchmarks.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Worked out by hand. */
class LeastTimeTest {

  private static final int UNLIMITED = Integer.MAX_VALUE;

  @Test
  void aGatherTakesAsLongAsItsSlowestChild() {
    assertThat(new GatherForm().least(millis(3, 9, 4), UNLIMITED)).hasMillis(9);
  }

  @Test
  void onAPoolChildrenTakeTurnsInOrder() {
    // Two places: 3 and 9 begin; 4 follows at 3, to 7; 5 follows at 7, to 12.
    assertThat(new GatherForm().least(millis(3, 9, 4, 5), 2)).hasMillis(12);
    assertThat(new GatherForm().least(Collections.nCopies(1000, Duration.ofSeconds(1)), 200))
        .hasSeconds(5);
  }

  @Test
  void theTighterOfTwoLimitsCounts() {
    assertThat(new BoundedForm(10).least(Collections.nCopies(100, Duration.ofMillis(10)), 200))
        .hasMillis(100);
    assertThat(new BoundedForm(10).least(Collections.nCopies(100, Duration.ofMillis(10)), 2))
        .hasMillis(500);
  }

  @Test
  void aRaceTakesAsLongAsTheFirstOfThoseThatCanBegin() {
    assertThat(new RaceForm().least(millis(9, 3, 4), UNLIMITED)).hasMillis(3);
    assertThat(new RaceForm().least(millis(9, 3, 4), 1)).hasMillis(9);
  }

  @Test
  void oneAfterTheOtherIsTheSum() {
    assertThat(new TimeoutForm(Duration.ofSeconds(1)).least(millis(3, 9, 4), UNLIMITED))
        .hasMillis(16);
  }

  @Test
  void whatIsCancelledIsNotWaitedFor() {
    assertThat(new CreateCancelForm().least(millis(60_000), UNLIMITED)).isZero();
  }

  @Test
  void drawnDelaysAreThoseOfTheStub() {
    Requests requests = new Requests(URI.create("http://127.0.0.1:1"));

    assertThat(requests.drawn(0).least()).isNotEqualTo(requests.drawn(1).least());
    assertThat(requests.drawn(7)).isEqualTo(requests.drawn(7));
    assertThat(requests.drawn(7).request().target())
        .hasToString("http://127.0.0.1:1/latency/lognormal?p50=0.005&p99=0.04&seed=11&key=7");
  }

  private static List<Duration> millis(long... times) {
    return Arrays.stream(times).mapToObj(Duration::ofMillis).toList();
  }
}
