package dev.heddle.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.benchmarks.run.RunPlan;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class LoadCommandTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--model netty-event-loop | Missing required option: '--rates=R'",
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
        "--rate 10 --seed 5 --latency get --warm-up 0 --spin --rounds 7 --jvm-arg=-XX:+UseZGC"
      })
  void theCommandThatIsRecordedGivesTheSamePlan(String options) throws Exception {
    RunPlan plan = plan(options.split(" "));
    List<String> words = Arrays.asList(ReproduceCommand.of(plan, Path.of("results")).split(" "));
    assertThat(words).startsWith("scripts/heddle", "load").endsWith("--out", "results-again");
    RunPlan again = plan(words.subList(2, words.size() - 2).toArray(String[]::new));
    assertThat(again).isEqualTo(plan);
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
