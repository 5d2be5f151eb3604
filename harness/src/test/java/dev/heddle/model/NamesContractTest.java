package dev.heddle.model;

import static dev.heddle.model.ContractCase.assertCancelled;
import static dev.heddle.model.ContractCase.awaitEnd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.plan.AsCompleted;
import dev.heddle.plan.Call;
import dev.heddle.plan.Completions;
import dev.heddle.plan.CurrentTask;
import dev.heddle.plan.Fail;
import dev.heddle.plan.Gather;
import dev.heddle.plan.NoOp;
import dev.heddle.plan.OpenGroup;
import dev.heddle.plan.Plan;
import dev.heddle.plan.Shield;
import dev.heddle.plan.Start;
import dev.heddle.plan.Unit;
import dev.heddle.plan.Value;
import dev.heddle.task.Task;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * Section 13 of the semantics: what an operator can see of tasks. Each test carries the ID of the
 * line it proves.
 */
class NamesContractTest {

  private final Gate gate = new Gate();
  private final Gate other = new Gate();

  /** What a dump shows on each model: its threads where one is the task, else its registry. */
  private static String dump(Model kind, ExecutionModel model) throws IOException {
    return switch (kind) {
      case PLATFORM_THREADS -> String.join("\n", ThreadDump.platformThreads());
      case VIRTUAL_THREADS, STRUCTURED_SCOPE -> String.join("\n", ThreadDump.allThreads());
      default -> model.dump();
    };
  }

  @EachModel
  void N1_theNamesOfRunningTasksAreFoundInADump(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          model.start(
              new Start<>(gate.pass(), "n1-reserve-stock").then(gate.pass()), "n1-checkout");
          model.start(
              new OpenGroup<Unit>(
                  group -> group.add(gate.pass(), "n1-charge-card").then(new NoOp())));
          gate.awaitArrivals(3);
          assertThat(dump(kind, model))
              .contains("n1-checkout", "n1-reserve-stock", "n1-charge-card");
        });
  }

  @EachModel
  void N1_theNameOfATaskThatHasEndedIsGone(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<Unit> task = model.start(gate.pass(), "n1-ended");
          gate.awaitArrivals(1);
          gate.open();
          awaitEnd(task);
          ThreadDump.awaitNone(name -> name.contains("n1-ended"));
          assertThat(model.dump()).doesNotContain("n1-ended");
        });
  }

  @EachModel
  void N1_theModelsOwnDumpHasALineWithNameAndStateForEachUnfinishedTask(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          model.start(gate.pass(), "n1-first");
          model.start(gate.pass(), "n1-second");
          gate.awaitArrivals(2);
          assertThat(model.dump().lines())
              .hasSize(2)
              .anyMatch(line -> line.contains("n1-first") && line.contains("RUNNING"))
              .anyMatch(line -> line.contains("n1-second") && line.contains("RUNNING"));
        });
  }

  @EachModel
  void N1_aRunLeavesTheNameOfItsCallersThreadAsItWas(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          String before = Thread.currentThread().getName();
          model.run(new Gather<>(List.of(new NoOp(), new NoOp())));
          assertThat(Thread.currentThread().getName()).isEqualTo(before);
        });
  }

  @EachModel
  void N3_allTasksAreExactlyTheUnfinishedOnes(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          assertThat(model.tasks()).isEmpty();
          Task<Unit> one = model.start(gate.pass());
          Task<Unit> two = model.start(gate.pass());
          Task<Unit> last = model.start(other.pass());
          Task<Unit> failed = model.start(new Fail<>(new Exception("E")));
          gate.awaitArrivals(2);
          other.awaitArrivals(1);
          awaitEnd(failed);
          assertThat(failed.exception()).isPresent();
          assertThat(model.tasks()).isEqualTo(Set.of(one, two, last));
          gate.open();
          awaitEnd(one);
          awaitEnd(two);
          assertThat(model.tasks()).isEqualTo(Set.of(last));
          last.cancel();
          assertCancelled(last);
          assertThat(model.tasks()).isEmpty();
          assertThat(other.cancellations()).isEqualTo(1);
        });
  }

  @EachModel
  void N3_aCancelledTaskIsUnfinishedUntilItsCleanUpIsDone(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<Unit> task = model.start(gate.pass().cleanUp(other.pass()));
          gate.awaitArrivals(1);
          assertThat(task.cancel()).isTrue();
          other.awaitArrivals(1);
          assertThat(model.tasks()).isEqualTo(Set.of(task));
          other.open();
          assertCancelled(task);
          assertThat(model.tasks()).isEmpty();
          assertThat(gate.cancellations()).isEqualTo(1);
        });
  }

  @EachModel
  void N3_thePlanOfARunAndWhatItStartedAreAmongThem(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          CompletableFuture<Task<?>> main = new CompletableFuture<>();
          CompletableFuture<Task<?>> child = new CompletableFuture<>();
          Plan<Unit> plan =
              new CurrentTask()
                  .then(
                      itself -> {
                        main.complete(itself);
                        return new Start<>(gate.pass());
                      })
                  .then(
                      started -> {
                        child.complete(started);
                        return gate.pass();
                      });
          BackgroundRun<Unit> run = BackgroundRun.of(model, plan);
          gate.awaitArrivals(2);
          assertThat(model.tasks()).isEqualTo(Set.of(main.join(), child.join()));
          gate.open();
          assertThat(run.value()).isEqualTo(Unit.UNIT);
          assertThat(model.tasks()).isEmpty();
        });
  }

  @EachModel
  void N3_theTasksOfAnOpenGroupAreAmongThem(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          CompletableFuture<Task<?>> first = new CompletableFuture<>();
          CompletableFuture<Task<?>> second = new CompletableFuture<>();
          Task<Unit> owner =
              model.start(
                  new OpenGroup<Unit>(
                      group ->
                          new Call<>(
                                  () -> {
                                    first.complete(group.start(gate.pass()));
                                    second.complete(group.start(other.pass()));
                                    return Unit.UNIT;
                                  })
                              .then(new NoOp())));
          gate.awaitArrivals(1);
          other.awaitArrivals(1);
          assertThat(model.tasks()).isEqualTo(Set.of(owner, first.join(), second.join()));
          gate.open();
          awaitEnd(first.join());
          assertThat(model.tasks()).isEqualTo(Set.of(owner, second.join()));
          other.open();
          awaitEnd(owner);
          assertThat(model.tasks()).isEmpty();
        });
  }

  @EachModel
  void N3_childrenOfOtherPatternsAreNone(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<List<Unit>> gather = model.start(new Gather<>(List.of(gate.pass(), gate.pass())));
          gate.awaitArrivals(2);
          assertThat(model.tasks()).isEqualTo(Set.of(gather));
        });
  }

  @EachModel
  void N3_whatAShieldAndAsCompletedStartAreTasks(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          model.start(new Shield<>(gate.pass()));
          gate.awaitArrivals(1);
          assertThat(model.tasks()).as("the shield's task and what it started").hasSize(2);
          model.start(new AsCompleted<>(List.of(gate.pass(), gate.pass())).then(Completions::next));
          gate.awaitArrivals(2);
          assertThat(model.tasks()).as("and as completed's, and its two").hasSize(5);
        });
  }

  @EachModel
  void N3_aTaskThatAsksIsAmongThemItself(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Plan<Boolean> aloneAmongAll =
              new CurrentTask().then(itself -> new Value<>(model.tasks().equals(Set.of(itself))));
          assertThat(model.run(aloneAmongAll)).isTrue();
        });
  }
}
