package dev.heddle.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.benchmarks.run.Cell;
import dev.heddle.benchmarks.run.RunFolder;
import dev.heddle.benchmarks.run.RunPlan;
import dev.heddle.load.scenario.ScenarioSource;
import dev.heddle.model.Model;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class LoadCommandTest {

  @TempDir Path temp;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--model netty-event-loop | Missing required option: '--rate=R', or a --scenario",
        "--rate 0 | '0' is not usable; allowed: positive numbers up to 1000000",
        "--rate fast | 'fast' is not usable",
        "--rates 100..50x2 | '100..50x2' is not usable",
        "--rates 1..100x1 | '1..100x1' is not usable",
        "--rates 1..1000000x1.01 | at most 100 steps",
        "--rate 10 --latency normal(5) | latency is 'normal(5)'; allowed: a distribution",
        "--rate 10 --plan scatter | 'scatter' is unknown; available: gather, outcomes, group",
        "--rate 10 --arrivals bursty | 'bursty' is unknown; available: constant, poisson",
        "--rate 10 --duration 5h | '5h' is not usable; allowed: a time up to a day",
        "--rate 10 --duration 0s | duration is 0 s; allowed: longer than that",
        "--rate 10 --pacing nap | 'nap' is unknown; available: park, short-spin, spin",
        "--rate 10 --rounds 0 | rounds is 0; allowed: 1 or more",
        "--rate 10 --find-max | --find-max needs an objective: --slo p99=50ms,errors=0.1%",
        "--rate 10 --find-max --slo fast | objective is 'fast'; allowed: percentiles or max",
        "--rates 10,20 --find-max --slo p99=1s | --find-max searches one rate",
        "--rate 10 --find-max --slo p99=1s | --resume and --dry-run do not go with it",
        "--rate 10 --find-max --slo p99=1s --precision 2 | precision is 2.0; allowed: 0.01 to 1",
        "--scenario hedge --plan race | --plan does not go with --scenario: the file says what",
        "--scenario hedge --fan-out 3 | --fan-out does not go with --scenario",
        "--scenario hedge --latency get | --latency does not go with --scenario",
        "--scenario pge.yaml | scenario is 'pge.yaml', and there is no such file; allowed: a",
        "--rate 10 --plan race --reference asyncio | asyncio is offered none of these loads",
        "--rate 10 --reference-client asyncio+httpx | goes with --reference asyncio",
        "--rate 10 --reference asyncio --reference-client trio+httpx | 'trio+httpx' is unknown",
        "--rate 10 --find-max --slo p99=1s --reference asyncio | --reference does not go with it",
        "--rate 10 --transport socket | cannot be run over transport 'socket'",
      })
  void aWrongOptionIsAnsweredByWhatIsAllowed(String options, String answer) {
    assertThat(execute(("load --dry-run " + options).split(" "))).isEqualTo(64);
    assertThat(err.toString()).contains(answer).doesNotContain("\tat ");
  }

  @Test
  void everyRateMeetsEveryModel() {
    assertThat(execute("load", "--dry-run", "--rates", "100..400x2", "--rounds", "2")).isZero();
    assertThat(out.toString())
        .contains("OpenLoopBenchmark.load virtual-threads default gather 10 ")
        .contains("15 cells x 2 rounds");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "200 | 200",
        "0.5,1000000 | 0.5,1000000",
        "100..800x2 | 100,200,400,800",
        "100..799x2 | 100,200,400",
        "1..2x1.5,7 | 1,1.5,7",
        "10,10 | 10"
      })
  void ratesAreListedOrSwept(String text, String rates) {
    assertThat(new Rates.Converter().convert(text).perSecond().stream().map(Rates::text))
        .containsExactly(rates.split(","));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--rate 10 --seed 1",
        "--rates 10..40x2 --seed 2 --model virtual-threads,netty-event-loop --transport netty,jdk",
        "--rate 0.5 --seed 3 --plan as-completed,race --fan-out 3,7 --latency no-op",
        "--rate 10 --seed 4 --latency constant:value=20ms --arrivals constant --duration 500ms",
        "--scenario hedge --seed 6",
        "--rates 1,2 --seed 8 --plan group,race --reference asyncio --reference-client"
            + " uvloop+httpx",
        "--scenario scrape.yaml --rates 1,2 --seed 7 --duration 2s --arrivals constant",
        "--rate 10 --seed 5 --latency get --warm-up 0 --spin --rounds 7 --jvm-arg=-XX:+UseZGC"
      })
  void theCommandThatIsRecordedGivesTheSamePlan(String options) throws Exception {
    RunPlan plan = plan(options.split(" "));
    List<String> words = Arrays.asList(ReproduceCommand.of(plan, Path.of("results")).split(" "));
    assertThat(words).startsWith("scripts/heddle", "load").endsWith("--out", "results-again");
    RunPlan again = plan(words.subList(2, words.size() - 2).toArray(String[]::new));
    assertThat(again).isEqualTo(plan);
  }

  @Test
  void aScenarioSaysWhatIsNotGivenBesideIt() throws Exception {
    assertThat(plan("--scenario", "product-page").cells())
        .hasSize(Model.values().length)
        .extracting(Cell::params)
        .allSatisfy(
            params ->
                assertThat(params)
                    .containsEntry("scenario", "product-page")
                    .containsEntry("rate", "40")
                    .containsEntry("seconds", "30")
                    .containsEntry("warmUp", "5")
                    .containsEntry("arrivals", "POISSON")
                    .doesNotContainKeys("plan", "fanOut", "latency"));
    assertThat(
            plan(("--scenario product-page --rate 7 --duration 2s --warm-up 0"
                        + " --arrivals constant --model virtual-threads")
                    .split(" "))
                .cells())
        .singleElement()
        .extracting(Cell::params)
        .satisfies(
            params ->
                assertThat(params)
                    .containsEntry("rate", "7")
                    .containsEntry("seconds", "2")
                    .containsEntry("warmUp", "0")
                    .containsEntry("arrivals", "CONSTANT"));
  }

  @Test
  void aFileIsNamedByItsAbsolutePathAndTheHashOfItsContent() throws Exception {
    Path file = scenario("arrival: {rates: [1, 2]}\nplan: {call: a, latency: 'constant:value=0'}");
    RunPlan plan = plan("--scenario", file.toString(), "--model", "virtual-threads");
    assertThat(plan.cells()).hasSize(2);
    assertThat(plan.cells().getFirst().params())
        .containsEntry("scenario", file.toString())
        .containsEntry("scenarioSha256", ScenarioSource.find(file.toString()).sha256());
    assertThat(ReproduceCommand.of(plan, Path.of("results"))).contains(" --scenario " + file);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "plan: {call: a, latncy: x} | page.yaml line 1, column 17: 'latncy' is no key of a call",
        "plan: {call: a, latency: 'lognomal:p50=1ms'} | page.yaml line 1, column 26: latency is"
            + " 'lognomal:p50=1ms': distribution is 'lognomal'; allowed: bimodal, constant",
        "plan: {call: a, latency: 'lognormal:p50=1ms'} | p99 is missing",
        "plan: {call: a, latency: 'constant:value=0'} | Missing required option: '--rate=R'"
      })
  void aWrongFileIsAnsweredByItsFirstMistake(String text, String answer) throws Exception {
    assertThat(execute("load", "--dry-run", "--scenario", scenario(text).toString())).isEqualTo(64);
    assertThat(err.toString()).contains(answer).doesNotContain("\tat ");
  }

  @Test
  void aLoadIsNotResumedOnceItsScenarioIsAnother() throws Exception {
    Path file = scenario("arrival: {rate: 1}\nplan: {call: a, latency: 'constant:value=0'}");
    Path folder = temp.resolve("results");
    new RunFolder(folder).begin(plan("--scenario", file.toString()));
    String[] resume = {"load", "--resume", "--dry-run", "--out", folder.toString()};
    assertThat(execute(resume)).isZero();
    Files.writeString(file, "plan: {call: a, latency: 'constant:value=1'}");
    assertThat(execute(resume)).isEqualTo(64);
    assertThat(err.toString()).contains("scenario '" + file + "' has changed (SHA-256 was ");
    Files.delete(file);
    assertThat(execute(resume)).isEqualTo(64);
    assertThat(err.toString()).contains("and there is no such file");
  }

  private Path scenario(String text) throws IOException {
    return Files.writeString(temp.resolve("page.yaml"), text);
  }

  private static RunPlan plan(String... options) throws Exception {
    CommandLine heddle = Heddle.commandLine();
    heddle.parseArgs(Stream.concat(Stream.of("load"), Stream.of(options)).toArray(String[]::new));
    LoadCommand command = Objects.requireNonNull(heddle.getSubcommands().get("load")).getCommand();
    return command.plan();
  }

  private int execute(String... args) {
    return Heddle.commandLine()
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err, true))
        .execute(args);
  }
}
