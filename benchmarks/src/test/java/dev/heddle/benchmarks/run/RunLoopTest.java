package dev.heddle.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLoopTest {

  @TempDir Path temp;
  private final RunPlan plan = Plans.of(3, 4, 42);
  private final CountingStub stub = new CountingStub();
  private final SilentProgress progress = new SilentProgress();

  @Test
  void runsEveryForkInTheOrderOfThePlan() throws Exception {
    FakeForkRunner runner = new FakeForkRunner();

    RunSummary summary = loop(runner).run();

    assertThat(runner.ran).isEqualTo(plan.forks());
    assertThat(summary).isEqualTo(new RunSummary(List.of(), 0));
  }

  @Test
  void resetsTheStubBeforeEveryFork() throws Exception {
    loop(new FakeForkRunner()).run();

    assertThat(stub.resets).isEqualTo(12);
  }

  @Test
  void mergesOneRowAFork() throws Exception {
    loop(new FakeForkRunner()).run();

    JsonNode results = results();
    assertThat(results).hasSize(3);
    assertThat(results.get(0).path("forks").asInt()).isEqualTo(4);
    assertThat(results.get(0).path("primaryMetric").path("rawData"))
        .isEqualTo(RunFolder.JSON.readTree("[[1.0],[2.0],[3.0],[4.0]]"));
  }

  @Test
  void aReferenceRunsInTheSameRoundsAndItsResultsAreKeptApart() throws Exception {
    Cell reference = new Cell("a.b.CBenchmark.run", Map.of("model", "asyncio"));
    RunPlan both = plan.withReference(List.of(reference));
    FakeForkRunner models = new FakeForkRunner();
    FakeForkRunner python = new FakeForkRunner();

    new RunLoop(both, folder(), new EitherForkRunner(models, python), stub, progress).run();

    assertThat(python.ran).extracting(Fork::round).containsExactly(1, 2, 3, 4);
    assertThat(models.ran).noneMatch(fork -> fork.cell().isReference()).hasSize(12);
    assertThat(results()).hasSize(3).noneMatch(entry -> entry.at("/params").has("model"));
    JsonNode kept = RunFolder.JSON.readTree(folder().reference().toFile());
    assertThat(kept).hasSize(1);
    assertThat(kept.at("/0/params/model").asText()).isEqualTo("asyncio");
    assertThat(kept.at("/0/forks").asInt()).isEqualTo(4);
  }

  @Test
  void aRunWithoutAReferenceHasNoFileOfOne() throws Exception {
    loop(new FakeForkRunner()).run();

    assertThat(folder().reference()).doesNotExist();
  }

  @Test
  void everyResultIsOnDiskBeforeTheNextForkBegins() throws Exception {
    List<Boolean> onDisk = new ArrayList<>();
    List<Fork> forks = plan.forks();
    FakeForkRunner runner =
        new FakeForkRunner(
            fork -> {
              int index = forks.indexOf(fork);
              onDisk.add(index == 0 || Files.exists(folder().forkFile(forks.get(index - 1))));
              return FakeForkRunner.measured(fork);
            });

    loop(runner).run();

    assertThat(onDisk).hasSize(12).containsOnly(true);
  }

  @Test
  void resultsAreMergedAfterEveryRound() throws Exception {
    List<Integer> merged = new ArrayList<>();
    FakeForkRunner runner =
        new FakeForkRunner(
            fork -> {
              merged.add(Files.exists(folder().results()) ? rowsOfFirstCell() : 0);
              return FakeForkRunner.measured(fork);
            });

    loop(runner).run();

    assertThat(merged).containsExactly(0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3);
  }

  @Test
  void aStoppedRunKeepsWhatItHasAndResumesWithTheRest() throws Exception {
    FakeForkRunner first = new FakeForkRunner(this::stopAtTheSixth);
    running = loop(first);
    RunSummary stopped = running.run();
    FakeForkRunner second = new FakeForkRunner();

    RunSummary whole = loop(second).run();

    assertThat(stopped.notRun()).isEqualTo(7);
    assertThat(stopped.failed()).isEmpty();
    assertThat(second.ran).isEqualTo(plan.forks().subList(5, 12));
    assertThat(whole.notRun()).isZero();
    assertThat(results()).allSatisfy(cell -> assertThat(cell.path("forks").asInt()).isEqualTo(4));
    assertThat(progress.counts).endsWith("12/12");
  }

  @Test
  void aHalfWrittenResultIsMeasuredAgain() throws Exception {
    loop(new FakeForkRunner()).run();
    Fork torn = plan.forks().get(7);
    Files.writeString(folder().forkFile(torn), "[ { \"benchmark\" : \"a.b.CB");
    FakeForkRunner again = new FakeForkRunner();

    loop(again).run();

    assertThat(again.ran).containsExactly(torn);
    assertThat(results()).allSatisfy(cell -> assertThat(cell.path("forks").asInt()).isEqualTo(4));
  }

  @Test
  void aFailedForkIsRecordedAndTheRunGoesOn() throws Exception {
    Fork bad = plan.forks().get(3);
    FakeForkRunner runner =
        new FakeForkRunner(
            fork ->
                fork.equals(bad)
                    ? new ForkOutcome.Failed("it crashed", "SIGSEGV in frame 1")
                    : FakeForkRunner.measured(fork));

    RunSummary summary = loop(runner).run();

    assertThat(summary).isEqualTo(new RunSummary(List.of(bad), 0));
    assertThat(runner.ran).hasSize(12);
    assertThat(folder().failureFile(bad)).content().contains("it crashed", "SIGSEGV in frame 1");
    assertThat(results()).hasSize(3);
  }

  @Test
  void aDeadStubEndsTheRunAndKeepsWhatIsMeasured() throws Exception {
    FakeForkRunner runner =
        new FakeForkRunner(
            fork -> {
              stub.dead = fork.equals(plan.forks().get(4));
              return FakeForkRunner.measured(fork);
            });

    assertThatThrownBy(() -> loop(runner).run())
        .isInstanceOf(IOException.class)
        .hasMessage("The stub is gone");

    int rows = 0;
    for (JsonNode cell : results()) {
      rows += cell.path("primaryMetric").path("rawData").size();
    }
    assertThat(rows).isEqualTo(5);
  }

  private RunLoop running = loop(new FakeForkRunner());

  private ForkOutcome stopAtTheSixth(Fork fork) {
    if (fork.equals(plan.forks().get(5))) {
      running.stop();
      return new ForkOutcome.Failed("the run was stopped", "");
    }
    return FakeForkRunner.measured(fork);
  }

  private RunLoop loop(ForkRunner runner) {
    return new RunLoop(plan, folder(), runner, stub, progress);
  }

  private RunFolder folder() {
    return new RunFolder(temp);
  }

  private JsonNode results() throws IOException {
    return RunFolder.JSON.readTree(folder().results().toFile());
  }

  private int rowsOfFirstCell() {
    try {
      return results().get(0).path("primaryMetric").path("rawData").size();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
