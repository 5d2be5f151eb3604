package dev.heddle.model;

import static dev.heddle.model.ContractCase.assertCancelled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.model.ReportedFailures.Report;
import dev.heddle.plan.Await;
import dev.heddle.plan.Blocking;
import dev.heddle.plan.Call;
import dev.heddle.plan.Cancel;
import dev.heddle.plan.CurrentTask;
import dev.heddle.plan.Fail;
import dev.heddle.plan.Gather;
import dev.heddle.plan.NoOp;
import dev.heddle.plan.Plan;
import dev.heddle.plan.Sleep;
import dev.heddle.plan.Start;
import dev.heddle.plan.Unit;
import dev.heddle.plan.Value;
import dev.heddle.task.Task;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Section 11 of the semantics: run, and what becomes of what it leaves behind. Each test carries
 * the ID of the line it proves.
 */
class RunContractTest {

  private final Gate gate = new Gate();
  private final Gate mainGate = new Gate();
  private final Gate cleanUp = new Gate();
  private final Exception failure = new Exception("E");
  private final AtomicBoolean cleanedUp = new AtomicBoolean();

  /** Starts a task and yields it once its body has begun, so that a cancellation reaches it. */
  private static <T> Plan<Task<T>> begin(Plan<T> body) {
    return new Call<>(Gate::new)
        .then(
            begun ->
                new Start<>(opens(begun).then(body))
                    .then(task -> begun.pass().then(new Value<>(task))));
  }

  private static Plan<Unit> opens(Gate gate) {
    return new Call<>(
        () -> {
          gate.open();
          return Unit.UNIT;
        });
  }

  /** A clean-up that waits for the test, then says that it has been done. */
  private Plan<Boolean> slowCleanUp() {
    return cleanUp.pass().then(new Call<>(() -> cleanedUp.getAndSet(true)));
  }

  @EachModel
  void R1_runReturnsTheValueOfItsPlan(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          assertThat(model.run(new Value<>("v"))).isEqualTo("v");
          BackgroundRun<String> run = BackgroundRun.of(model, gate.pass().then(new Value<>("w")));
          gate.awaitArrivals(1);
          assertThat(run.hasReturned()).isFalse();
          gate.open();
          assertThat(run.value()).isEqualTo("w");
        });
  }

  @EachModel
  void R2_runRaisesTheIdenticalFailureOfItsPlan(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Error error = new AssertionError("an Error is a failure like any other");
          assertThatThrownBy(() -> model.run(new Fail<>(failure))).isSameAs(failure);
          assertThatThrownBy(() -> model.run(new Fail<>(error))).isSameAs(error);
          BackgroundRun<Unit> run = BackgroundRun.of(model, gate.pass().then(new Fail<>(failure)));
          gate.awaitArrivals(1);
          gate.open();
          assertThat(run.thrown()).isSameAs(failure);
        });
  }

  @EachModel
  void R3_unfinishedTasksAreAllToldToCancelThenAllAwaitedThenTheValueIsReturned(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Plan<Unit> leftover = gate.pass().cleanUp(slowCleanUp());
          BackgroundRun<String> run =
              BackgroundRun.of(
                  model,
                  new Start<>(leftover)
                      .then(new Start<>(leftover))
                      .then(new Start<>(leftover))
                      .then(mainGate.pass())
                      .then(new Value<>("v")));
          gate.awaitArrivals(3);
          mainGate.open();
          cleanUp.awaitArrivals(3);
          assertThat(gate.cancellations()).as("told before any has ended").isEqualTo(3);
          assertThat(run.hasReturned()).isFalse();
          cleanUp.open();
          assertThat(run.value()).isEqualTo("v");
          assertThat(cleanUp.cancellations()).as("clean-ups cancelled").isZero();
        });
  }

  @EachModel
  void R3_whatATaskOfTheRunStartedIsCancelledAndAwaitedToo(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<Unit> ofTheTask = model.run(new Start<>(begin(gate.pass())).then(Await::new));
          assertCancelled(ofTheTask);
          assertThat(gate.cancellations()).isEqualTo(1);
        });
  }

  @EachModel
  void R4_runWaitsForTheCleanUpOfALeftover(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          BackgroundRun<Task<Unit>> run =
              BackgroundRun.of(model, begin(gate.pass().cleanUp(slowCleanUp())));
          cleanUp.awaitArrivals(1);
          assertThat(run.hasReturned()).as("returned while a leftover cleans up").isFalse();
          cleanUp.open();
          Task<Unit> leftover = run.value();
          assertThat(cleanedUp).isTrue();
          assertThat(leftover.isCancelled()).isTrue();
          assertThat(gate.cancellations()).isEqualTo(1);
          assertThat(cleanUp.cancellations()).as("clean-up cancelled").isZero();
        });
  }

  @EachModel
  void R5_runWaitsForTheNormalEndOfALeftoverThatCaughtTheCancellation(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Gate goesOn = new Gate();
          Plan<Integer> swallows = gate.pass().then(new Value<>(0)).onCancel(c -> later(goesOn));
          BackgroundRun<Task<Integer>> run = BackgroundRun.of(model, begin(swallows));
          goesOn.awaitArrivals(1);
          assertThat(run.hasReturned()).as("returned while a leftover goes on").isFalse();
          goesOn.open();
          assertThat(run.value().result()).isEqualTo(42);
          assertThat(gate.cancellations()).isEqualTo(1);
          assertThat(goesOn.cancellations()).as("cancelled a second time").isZero();
        });
  }

  private static Plan<Integer> later(Gate gate) {
    return gate.pass().then(new Value<>(42));
  }

  @EachModel
  void R6_aLeftoverWhoseCleanUpFailsIsReportedAndTheValueIsReturned(Model kind) {
    ReportedFailures reports = new ReportedFailures();
    ContractCase.on(
        kind,
        reports.options(),
        model -> {
          Task<Unit> leftover = model.run(begin(gate.pass().cleanUp(new Fail<>(failure))));
          assertThat(leftover.isDone()).isTrue();
          assertThat(gate.cancellations()).isEqualTo(1);
          assertThat(reports.all()).containsExactly(new Report(leftover, failure));
        });
    assertThat(reports.all()).as("reported again when the model was closed").hasSize(1);
  }

  @EachModel
  void R7_leftoversAreCleanedUpAllTheSameWhereTheRunFails(Model kind) {
    ReportedFailures reports = new ReportedFailures();
    Exception ofCleanUp = new Exception("F");
    CompletableFuture<Task<Unit>> failing = new CompletableFuture<>();
    ContractCase.on(
        kind,
        reports.options(),
        model -> {
          Plan<Unit> plan =
              begin(gate.pass().cleanUp(slowCleanUp()))
                  .then(begin(gate.pass().cleanUp(new Fail<>(ofCleanUp))))
                  .then(
                      task -> {
                        failing.complete(task);
                        return new Fail<>(failure);
                      });
          BackgroundRun<Unit> run = BackgroundRun.of(model, plan);
          cleanUp.awaitArrivals(1);
          assertThat(run.hasReturned()).as("returned while a leftover cleans up").isFalse();
          cleanUp.open();
          assertThat(run.thrown()).isSameAs(failure).hasNoSuppressedExceptions();
          assertThat(cleanedUp).isTrue();
          assertThat(gate.cancellations()).isEqualTo(2);
          assertThat(reports.all()).containsExactly(new Report(failing.join(), ofCleanUp));
        });
  }

  @EachModel
  void R9_aRunWhoseTaskIsCancelledRaisesTheCancellationAfterAllCleanUp(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          CompletableFuture<Task<?>> itself = new CompletableFuture<>();
          Plan<Unit> plan =
              begin(gate.pass().cleanUp(slowCleanUp()))
                  .then(new CurrentTask())
                  .then(
                      main -> {
                        itself.complete(main);
                        return mainGate.pass();
                      });
          BackgroundRun<Unit> run = BackgroundRun.of(model, plan);
          mainGate.awaitArrivals(1);
          assertThat(itself.join().cancel()).isTrue();
          cleanUp.awaitArrivals(1);
          assertThat(run.hasReturned()).as("returned while a leftover cleans up").isFalse();
          cleanUp.open();
          assertThat(run.thrown()).isInstanceOf(CancellationException.class);
          assertThat(run.leftAnInterruptPending()).as("interrupt flag after the run").isFalse();
          assertThat(mainGate.cancellations()).isEqualTo(1);
          assertThat(gate.cancellations()).isEqualTo(1);
          assertThat(itself.join().isCancelled()).isTrue();
        });
  }

  @EachModel
  void R9_aRunThatAwaitsATaskThatOthersCancelRaisesTheCancellation(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<Unit> awaited = model.start(gate.pass());
          gate.awaitArrivals(1);
          BackgroundRun<Unit> run = BackgroundRun.of(model, new Await<>(awaited));
          assertThat(awaited.cancel()).isTrue();
          assertThat(run.thrown()).isInstanceOf(CancellationException.class);
          assertThat(gate.cancellations()).isEqualTo(1);
        });
  }

  @EachModel
  void R13_ofTwoRunsOfOnePlanNeitherSeesTheTasksOfTheOther(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Plan<Set<Task<?>>> plan = begin(gate.pass()).then(new Call<>(model::tasks));
          Set<Task<?>> first = model.run(plan);
          assertThat(gate.cancellations()).isEqualTo(1);
          Set<Task<?>> second = model.run(plan);
          assertThat(gate.cancellations()).isEqualTo(2);
          assertThat(first).as("the first run's plan and its leftover").hasSize(2);
          assertThat(second).hasSize(2).doesNotContainAnyElementsOf(first);
        });
  }

  @EachModel
  void R13_aRunThatWasCancelledDisturbsNoLaterRunOnTheSameThread(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Plan<String> cancelsItself =
              new CurrentTask().then(Cancel::new).then(new Value<>("returned"));
          assertThatThrownBy(() -> model.run(cancelsItself))
              .isInstanceOf(CancellationException.class);
          gate.open();
          assertThat(model.run(gate.pass().then(new Value<>("v")))).isEqualTo("v");
          assertThat(gate.cancellations()).isZero();
        });
  }

  @EachModel
  void R13_theEndOfARunCancelsNothingOfAnotherOrOfTheModel(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Gate survives = new Gate();
          Task<Unit> background = model.start(survives.pass());
          BackgroundRun<Unit> other =
              BackgroundRun.of(model, begin(survives.pass()).then(task -> new Await<>(task)));
          survives.awaitArrivals(2);
          assertCancelled(model.run(begin(gate.pass())));
          assertThat(gate.cancellations()).isEqualTo(1);
          assertThat(survives.cancellations()).as("cancelled elsewhere").isZero();
          survives.open();
          assertThat(other.value()).isEqualTo(Unit.UNIT);
          assertThat(ContractCase.await(background)).isEqualTo(Unit.UNIT);
        });
  }

  @EachModel
  void R14_whenARunHasReturnedNoTaskIsUnfinished(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<Unit> leftover = model.run(begin(gate.pass()));
          assertThat(leftover.isDone()).isTrue();
          assertThat(model.tasks()).isEmpty();
          assertThatThrownBy(() -> model.run(begin(gate.pass()).then(new Fail<Unit>(failure))))
              .isSameAs(failure);
          assertThat(model.tasks()).isEmpty();
          assertThat(gate.cancellations()).isEqualTo(2);
        });
  }

  @EachModel
  void R14_aClosedModelHasNoTaskAndNoThreadAndRefusesWork(Model kind) throws Exception {
    ExecutionModel model = kind.open(ModelOptions.DEFAULT);
    Task<Unit> task = model.start(gate.pass(), "r14-left-running");
    gate.awaitArrivals(1);
    model.run(
        new Gather<>(List.of(new NoOp(), new Sleep(Duration.ofNanos(1)), onAThreadOfItsOwn())));
    model.close();
    assertThat(model.tasks()).isEmpty();
    assertThat(task.isCancelled()).isTrue();
    assertThat(gate.cancellations()).isEqualTo(1);
    ThreadDump.awaitNone(name -> name.startsWith("heddle-") || name.startsWith("r14-left-running"));
    assertThatThrownBy(() -> model.run(new NoOp())).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> model.start(new NoOp())).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> model.start(new NoOp(), "named"))
        .isInstanceOf(IllegalStateException.class);
    assertThat(model.tasks()).as("what was refused").isEmpty();
  }

  /** A blocking call, for which event-driven models have threads of their own. */
  private static Plan<Unit> onAThreadOfItsOwn() {
    CountDownLatch never = new CountDownLatch(1);
    return new Blocking<>(
        () -> {
          if (never.await(1, TimeUnit.NANOSECONDS)) {
            throw new AssertionError("Nobody counts this down");
          }
          return Unit.UNIT;
        });
  }
}
