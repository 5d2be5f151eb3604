package dev.heddle.benchmarks.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.benchmarks.run.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AsyncioCellsTest {

  @Test
  void eachContestantFetchesOnceWhateverModelsAndTransportsThereAre() {
    List<Cell> cells =
        AsyncioCells.beside(
            List.of(
                gather("NETTY_EVENT_LOOP", "FETCH"),
                gather("VIRTUAL_THREADS", "FETCH"),
                gather("VIRTUAL_THREADS", "COMPUTE")),
            AsyncioContestant.DEFAULTS);

    assertThat(cells)
        .extracting(cell -> cell.params().get("loop") + " " + cell.params().get("transport"))
        .containsExactly("asyncio aiohttp", "asyncio httpx", "uvloop aiohttp");
    assertThat(cells).allMatch(Cell::isReference);
  }

  @Test
  void whatFetchesNothingHasNoClient() {
    List<Cell> cells =
        AsyncioCells.beside(
            List.of(gather("VIRTUAL_THREADS", "NO_OP")), AsyncioContestant.DEFAULTS);

    assertThat(cells)
        .extracting(cell -> cell.params().get("loop") + " " + cell.params().get("transport"))
        .containsExactly("asyncio none", "uvloop none");
    assertThat(AsyncioCells.modules(cells)).containsExactly("uvloop");
    assertThat(AsyncioCells.arguments(cells.getFirst()))
        .containsExactly(
            "--pattern", "gather", "--work", "no-op", "--fan-out", "5", "--loop", "asyncio");
  }

  @Test
  void aPatternThatAsyncioLacksIsLeftOut() {
    Cell race = new Cell("dev.heddle.benchmarks.RaceBenchmark.race", Map.of("work", "FETCH"));

    assertThat(AsyncioCells.beside(List.of(race), AsyncioContestant.DEFAULTS)).isEmpty();
  }

  @Test
  void contestantsAreReadBackFromTheirCells() {
    List<Cell> cells = new ArrayList<>(List.of(gather("VIRTUAL_THREADS", "FETCH")));
    cells.addAll(AsyncioCells.beside(cells, AsyncioContestant.DEFAULTS));

    assertThat(AsyncioCells.contestants(cells)).isEqualTo(AsyncioContestant.DEFAULTS);
    assertThat(AsyncioCells.modules(cells)).containsExactly("aiohttp", "httpx", "uvloop");
  }

  @Test
  void anUnknownContestantIsAnsweredByThoseThereAre() {
    assertThatThrownBy(() -> AsyncioContestant.parse("trio+httpx"))
        .hasMessageContaining("'trio+httpx' is unknown")
        .hasMessageContaining("uvloop+aiohttp");
  }

  private static Cell gather(String model, String work) {
    return new Cell(
        "dev.heddle.benchmarks.GatherBenchmark.gather",
        Map.of("model", model, "tier", "CONTRACT", "work", work, "fanOut", "5"));
  }
}
