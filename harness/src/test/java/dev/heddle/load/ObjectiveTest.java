package dev.heddle.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectiveTest {

  private static final long MILLI = 1_000_000;

  @Test
  void eachLimitThatIsNotKeptIsNamedWithItsValue() {
    Objective objective = Objective.parse("p50=10ms,p99=50ms,max=1s,errors=0.1%");
    Histogram response = new Histogram(3);
    response.recordValueWithCount(9 * MILLI, 985);
    response.recordValueWithCount(60 * MILLI, 15);
    assertThat(objective.missedBy(response, books(1000, 999))).hasSize(1);
    assertThat(objective.missedBy(response, books(1000, 999)).getFirst())
        .startsWith("p99.0 is 60.0")
        .endsWith("above 50.000 ms");
    assertThat(objective.missedBy(response, books(1000, 998)))
        .anyMatch(text -> text.startsWith("2 of 1000 arrivals did not end with a value"));
  }

  @Test
  void whatKeepsEveryLimitMeetsIt() {
    Histogram response = new Histogram(3);
    response.recordValueWithCount(9 * MILLI, 1000);
    assertThat(Objective.parse("p99=9.1ms").missedBy(response, books(1000, 1000))).isEmpty();
    assertThat(Objective.parse("p99=9.1ms").missedBy(response, books(1000, 999))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "p99", "p99=50", "errors=1%", "p99=50ms,errors=200%", "p100=1s", "p99=1h"})
  void anythingElseIsRefusedWithAnExample(String text) {
    assertThatThrownBy(() -> Objective.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("objective is '" + text + "'; allowed: ")
        .hasMessageContaining("p99=50ms,p99.9=200ms,errors=0.1%");
  }

  private static Books books(long planned, long succeeded) {
    return new Books(planned, planned, 0, 0, 0, succeeded, planned - succeeded, 0, 0, 0);
  }
}
