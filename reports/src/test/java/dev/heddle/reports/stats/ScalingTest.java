package dev.heddle.reports.stats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.reports.read.Cell;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScalingTest {

  @Test
  void cellsThatDifferInModelAndFanOutOnlyAreOneScaling() {
    List<Scaling> all =
        Scaling.of(
            List.of(
                cell("NETTY_EVENT_LOOP", "100", "FETCH", 7),
                cell("VIRTUAL_THREADS", "100", "FETCH", 5),
                cell("VIRTUAL_THREADS", "10", "FETCH", 2),
                cell("VIRTUAL_THREADS", "10", "SLEEP", 9)));

    assertThat(all).hasSize(1);
    Scaling scaling = all.getFirst();
    assertThat(scaling.title()).isEqualTo("B.gather");
    assertThat(scaling.params()).isEqualTo(Map.of("work", "FETCH"));
    assertThat(scaling.models()).containsOnlyKeys("VIRTUAL_THREADS", "NETTY_EVENT_LOOP");
    assertThat(scaling.models().keySet().iterator().next()).isEqualTo("VIRTUAL_THREADS");
    assertThat(scaling.models().get("VIRTUAL_THREADS")).containsOnlyKeys(10, 100);
    assertThat(scaling.bound()).isEmpty();
  }

  @Test
  void oneFanOutIsNoScaling() {
    assertThat(
            Scaling.of(
                List.of(
                    cell("VIRTUAL_THREADS", "10", "FETCH", 2),
                    cell("NETTY_EVENT_LOOP", "10", "FETCH", 2),
                    cell("NETTY_EVENT_LOOP", "many", "FETCH", 2))))
        .isEmpty();
  }

  private static Cell cell(String model, String fanOut, String work, double score) {
    return Cells.cell(
        "a.B.gather", Map.of("model", model, "fanOut", fanOut, "work", work), score, score);
  }
}
