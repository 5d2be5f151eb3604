package dev.heddle.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.benchmarks.run.RunPlan;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class ReproduceCommandTest {

  @Test
  void aNamedMatrixIsReproducedByItsName() throws Exception {
    RunPlan plan = plan("--quick", "--seed", "7");

    assertThat(ReproduceCommand.of(plan, Path.of("/home/somebody/results")))
        .isEqualTo("scripts/heddle run --quick --seed 7 --out results-again");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--quick --seed 1",
        "--standard --seed 2 --rounds 9",
        "--rigorous --seed 3 --timing 1x10+2x20",
        "--quick --seed 4 --model virtual-threads --fan-out 3,5 --work sleep",
        "--quick --seed 5 --work no-op,fetch --transport netty,jdk --tier idiom",
        "--standard --seed 9 --model virtual-threads",
        "--standard --seed 10 --pattern race --tier idiom,contract",
        "--all --seed 11 --pattern bounded --model netty-event-loop",
        "--quick --seed 12 --work sleep --pool 0,10 --beside none,cpu",
        "--standard --seed 8 --pattern group,gather --fan-out 10",
        "--quick --seed 13 --reference asyncio",
        "--standard --seed 15 --reference asyncio --reference-client uvloop+httpx,asyncio+httpx",
        "--quick --seed 14 --work no-op --reference asyncio --reference-client uvloop+httpx",
        "--quick --seed 6 --jvm-arg=-XX:+UseZGC --jvm-arg=-Xmx2g --prof gc"
      })
  void theCommandGivesTheSamePlan(String options) throws Exception {
    RunPlan plan = plan(options.split(" "));

    String[] words = ReproduceCommand.of(plan, Path.of("results")).split(" ");

    assertThat(words).startsWith("scripts/heddle", "run");
    RunPlan again = plan(Arrays.copyOfRange(words, 2, words.length));
    assertThat(again).isEqualTo(plan);
    assertThat(again.forks()).isEqualTo(plan.forks());
  }

  private static RunPlan plan(String... options) throws Exception {
    CommandLine heddle = Heddle.commandLine();
    heddle.parseArgs(Stream.concat(Stream.of("run"), Stream.of(options)).toArray(String[]::new));
    RunCommand command = Objects.requireNonNull(heddle.getSubcommands().get("run")).getCommand();
    return command.plan(Optional.empty());
  }
}
