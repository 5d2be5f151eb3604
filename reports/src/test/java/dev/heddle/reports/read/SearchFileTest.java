package dev.heddle.reports.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchFileTest {

  private static final String FILE =
      """
      { "objective": "p99=50ms,errors=0.1%", "precision": 0.1, "later": 1, "models": [
        { "model": "virtual-threads", "ended": true, "max_per_second": 400, "path": [
          { "phase": "explore", "per_second": 400, "met": true,
            "forks": [ { "name": "a", "valid": true, "achieved_per_second": 399 } ] },
          { "phase": "confirm", "per_second": 800, "met": false, "forks": [
            { "valid": false, "missed": [ "late" ] }, { "valid": false, "missed": [ "late" ] },
            { "valid": true, "missed": [ "p99 is 60 ms" ] } ] } ] },
        { "model": "netty-event-loop", "ended": false, "path": [] } ] }
      """;

  @TempDir private Path folder = Path.of("");

  @Test
  void thePathOfEachModelIsReadWithWhatItMissed() throws IOException {
    Run run = read("results.json", FILE);

    assertThat(run.problems()).isEmpty();
    assertThat(run.search())
        .contains(
            new Search(
                "p99=50ms,errors=0.1%",
                0.1,
                List.of(
                    new Search.OfModel(
                        "virtual-threads",
                        true,
                        OptionalDouble.of(400),
                        List.of(
                            new Search.Step("explore", 400, true, true, List.of()),
                            new Search.Step(
                                "confirm", 800, false, false, List.of("late", "p99 is 60 ms")))),
                    new Search.OfModel(
                        "netty-event-loop", false, OptionalDouble.empty(), List.of()))));
  }

  @Test
  void aSearchThatDoesNotSayWhetherItEndedDid() throws IOException {
    assertThat(read("results.json", FILE.replace("\"ended\": false,", "")).search().orElseThrow())
        .satisfies(search -> assertThat(search.models()).allMatch(Search.OfModel::ended));
  }

  @Test
  void aLevelWithoutForksIsNotCalledInvalid() throws IOException {
    String forks = "(?s), \"forks\": \\[\\s*\\{ \"valid\": false.*60 ms\" ] } ]";
    Search search = read("results.json", FILE.replaceFirst(forks, "")).search().orElseThrow();

    assertThat(search.models().getFirst().path().getLast())
        .isEqualTo(new Search.Step("confirm", 800, false, true, List.of()));
  }

  @Test
  void theHighestKeptRateLiesBelowAllThatWereNot() {
    assertThat(pathOf("400 kept, 800 missed, 566 kept").highestKept()).hasValue(566);
    assertThat(pathOf("400 kept, 800 kept").highestKept()).hasValue(800);
    assertThat(pathOf("400 kept, 800 missed, 566 kept, 566 missed").highestKept()).hasValue(400);
    assertThat(pathOf("400 missed").highestKept()).isEmpty();
  }

  private static Search.OfModel pathOf(String steps) {
    return new Search.OfModel(
        "m",
        false,
        OptionalDouble.empty(),
        Arrays.stream(steps.split(", ", -1))
            .map(step -> step.split(" ", -1))
            .map(
                step ->
                    new Search.Step(
                        "explore",
                        Double.parseDouble(step[0]),
                        step[1].equals("kept"),
                        true,
                        List.of()))
            .toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "", " ", "[]", "7", "{}", "{ \"objective\": \"p99=1s\""})
  void aFileThatIsSomethingElseCostsNoMoreThanItself(String content) throws IOException {
    Run run = read("results.json", content);

    assertThat(run.search()).isEmpty();
    assertThat(run.problems()).singleElement().asString().contains("search.json");
  }

  @Test
  void aFileThatHoldsNullIsSaidToHoldSomethingElse() throws IOException {
    assertThat(read("results.json", "null").problems())
        .singleElement()
        .asString()
        .contains("has something else at '.'");
  }

  @Test
  void resultsOfAnotherNameHaveNone() throws IOException {
    assertThat(read("jmh.json", FILE).search()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"per_second\": 400, | \"per_second\": 0, | has the rate 0.0 for 'virtual-threads', where",
        "\"max_per_second\": 400 | \"max_per_second\": -1 | has the rate -1.0 for",
        "\"per_second\": 400, | \"per_second\": \"fast\", | something else at"
            + " 'models.0.path.0.per_second'",
        "\"models\": [ | \"of\": [ | has something else at 'models'",
        "\"met\": true | \"met\": {} | has something else at 'models.0.path.0.met'",
        "\"valid\": true, \"ach | \"ach | has something else at 'models.0.path.0.forks.0.valid'",
        "[ \"late\" ] | [ null ] | has something else at 'models.0.path.1.forks.0.missed.0'",
        "\"precision\": 0.1 | \"precision\": 1e400 | has the precision Infinity, where a share"
            + " from",
        "\"precision\": 0.1 | \"precision\": -0.1 | has the precision -0.1, where a share from",
        "\"model\": \"netty-event-loop\" | \"model\": \"virtual-threads\" | has 'virtual-threads'"
            + " twice",
        "{ \"objective\" | { { | is not JSON",
      })
  void aDamagedFileCostsNoMoreThanItself(String part, String other, String wrong)
      throws IOException {
    assertThat(FILE).contains(part);

    Run run = read("results.json", FILE.replace(part, other));

    assertThat(run.search()).isEmpty();
    assertThat(run.problems())
        .singleElement()
        .asString()
        .contains("search.json", wrong, "the search.json of a Heddle load");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "p99=50ms,errors=0.1% | 0.05",
        "errors=1%,p99=1.5s | 1.5",
        "p99=250us | 2.5e-4",
        "p99=5ns | 5e-9",
        "p99.9=50ms | -1",
        "p50=1ms,errors=0% | -1",
        "max=50ms | -1",
        "p99=soon | -1",
        "p99=0ms | -1",
      })
  void theLimitOfTheP99IsFoundInTheObjective(String objective, double seconds) {
    assertThat(new Search(objective, 0.1, List.of()).p99Limit().orElse(-1)).isEqualTo(seconds);
  }

  private Run read(String results, String search) throws IOException {
    Files.writeString(folder.resolve(results), "[]");
    Files.writeString(folder.resolve("search.json"), search);
    return Run.read(folder.resolve(results));
  }
}
