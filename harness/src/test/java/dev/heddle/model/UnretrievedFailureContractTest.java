package dev.heddle.model;

import static dev.heddle.model.ContractCase.assertCancelled;
import static dev.heddle.model.ContractCase.assertFailed;
import static dev.heddle.model.ContractCase.await;
import static dev.heddle.model.ContractCase.awaitEnd;
import static dev.heddle.model.ContractCase.signal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.model.ReportedFailures.Report;
import dev.heddle.plan.Await;
import dev.heddle.plan.Fail;
import dev.heddle.plan.Gather;
import dev.heddle.plan.NoOp;
import dev.heddle.plan.OpenGroup;
import dev.heddle.plan.Outcomes;
import dev.heddle.plan.Plan;
import dev.heddle.plan.ReturnWhen;
import dev.heddle.plan.Shield;
import dev.heddle.plan.Start;
import dev.heddle.plan.Unit;
import dev.heddle.plan.Value;
import dev.heddle.plan.Wait;
import dev.heddle.plan.Within;
import dev.heddle.task.Outcome;
import dev.heddle.task.Task;
import dev.heddle.task.TaskGroupException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.assertj.core.api.ThrowingConsumer;

/**
 * Section 2 of the semantics: failures that nobody looks at. Each test carries the ID of the line
 * it proves.
 *
 * <p>The cases in which nothing is to be reported leave a failure behind that is, so that a model
 * that reports nothing does not pass them.
 */
class UnretrievedFailureContractTest {

  private final Gate gate = new Gate();
  private final Exception failure = new Exception("E");
  private final Exception forgotten = new Exception("a failure that nobody looks at");
  private final ReportedFailures reports = new ReportedFailures();
  private final List<Report> expected = new ArrayList<>();

  /**
   * Runs a case on a model and closes it; all but the failures of {@link #expected} is an error.
   */
  private void assertReported(Model kind, ThrowingConsumer<ExecutionModel> steps) {
    ContractCase.on(kind, reports.options(), steps);
    assertThat(reports.all()).containsExactlyInAnyOrderElementsOf(expected);
  }

  /** The same, where the case itself gives no cause for a report. */
  private void assertNothingReported(Model kind, ThrowingConsumer<ExecutionModel> steps) {
    assertReported(
        kind,
        model -> {
          Task<Unit> witness = model.start(new Fail<>(forgotten));
          awaitEnd(witness);
          expected.add(new Report(witness, forgotten));
          steps.accept(model);
        });
  }

  /** A task that has failed and that nobody has looked at. */
  private Task<Unit> failedTask(ExecutionModel model) throws InterruptedException {
    Task<Unit> task = model.start(new Fail<>(failure));
    awaitEnd(task);
    return task;
  }

  /** Starts a task that fails, and yields it when it has. */
  private Plan<Task<Unit>> startFailing() {
    return new Start<Unit>(new Fail<>(failure))
        .then(
            task -> {
              Gate ended = new Gate();
              task.whenDone(done -> ended.open());
              return ended.pass().then(new Value<>(task));
            });
  }

  @EachModel
  void T27_aFailureThatNobodyLooksAtIsReportedOnceByTheCloseOfTheModel(Model kind) {
    assertReported(kind, model -> expected.add(new Report(failedTask(model), failure)));
  }

  @EachModel
  void T27_eachOfSeveralForgottenFailuresIsReportedOnce(Model kind) {
    assertReported(
        kind,
        model -> {
          for (int i = 0; i < 10; i++) {
            Exception cause = new Exception("E" + i);
            Task<Unit> task = model.start(new Fail<>(cause));
            awaitEnd(task);
            expected.add(new Report(task, cause));
          }
        });
  }

  @EachModel
  void T27_aFailureOfATaskThatATaskStartedAndDroppedIsReportedOnce(Model kind) {
    assertReported(
        kind, model -> expected.add(new Report(await(model.start(startFailing())), failure)));
  }

  @EachModel
  void T27_aFailureOfATaskStartedInARunIsReportedByTheEndOfTheRun(Model kind) {
    assertReported(
        kind,
        model -> {
          expected.add(new Report(model.run(startFailing()), failure));
          assertThat(reports.all()).as("reported when the run has returned").isEqualTo(expected);
        });
  }

  @EachModel
  void T27_aCleanUpThatFailsAtTheCloseOfTheModelIsReported(Model kind) {
    assertReported(
        kind,
        model -> {
          Task<Unit> task = model.start(gate.pass().cleanUp(new Fail<>(failure)));
          gate.awaitArrivals(1);
          expected.add(new Report(task, failure));
        });
    assertThat(gate.cancellations()).isEqualTo(1);
  }

  @EachModel
  void T27_waitingForATaskIsNotLookingAtItsFailure(Model kind) {
    assertReported(
        kind,
        model -> {
          Task<Unit> task = model.start(gate.pass().then(new Fail<>(failure)));
          Task<?> waiting = model.start(new Wait<Unit>(List.of(task), ReturnWhen.ALL_COMPLETED));
          gate.awaitArrivals(1);
          gate.open();
          awaitEnd(waiting);
          assertThat(task.isDone()).isTrue();
          expected.add(new Report(task, failure));
        });
  }

  @EachModel
  void T27_aFailureThatOnlyPassesThroughIsReportedOfTheLastTaskAlone(Model kind) {
    assertReported(
        kind,
        model -> {
          Task<Unit> awaiter = model.start(new Await<>(failedTask(model)));
          awaitEnd(awaiter);
          expected.add(new Report(awaiter, failure));
        });
  }

  @EachModel
  void T27_aFailureThatSomebodyReadIsNotReported(Model kind) {
    assertNothingReported(
        kind,
        model -> {
          assertThatThrownBy(failedTask(model)::result).isSameAs(failure);
          assertThat(failedTask(model).exception()).containsSame(failure);
          assertThat(failedTask(model).outcome()).isEqualTo(new Outcome.Failure<>(failure));
          assertThatThrownBy(failedTask(model)::await).isSameAs(failure);
        });
  }

  @EachModel
  void T27_aFailureThatACallbackReadIsNotReported(Model kind) {
    assertNothingReported(
        kind,
        model -> {
          Countdown read = new Countdown(1);
          Task<Unit> task = model.start(gate.pass().then(new Fail<>(failure)));
          gate.awaitArrivals(1);
          task.whenDone(
              ended -> {
                if (ended.exception().isPresent()) {
                  read.count();
                }
              });
          gate.open();
          read.await();
        });
  }

  @EachModel
  void T27_aFailureThatAPlanAwaitedIsNotReported(Model kind) {
    assertNothingReported(
        kind,
        model -> {
          assertCaught(model, new Await<>(failedTask(model)));
          assertCaught(model, new Shield<>(new Await<>(failedTask(model))));
          assertCaught(model, new Within<>(new Await<>(failedTask(model)), Duration.ofHours(1)));
        });
  }

  private void assertCaught(ExecutionModel model, Plan<Unit> awaiting) throws Exception {
    assertThat(
            model.run(
                awaiting
                    .<Throwable>then(new Value<>(new AssertionError("no failure")))
                    .recover(Value::new)))
        .isSameAs(failure);
  }

  @EachModel
  void T27_aFailureThatAGatherConsumedIsNotReported(Model kind) {
    assertNothingReported(
        kind,
        model -> {
          Task<Unit> gathered = failedTask(model);
          assertThatThrownBy(() -> model.run(new Gather<>(List.of(new Await<>(gathered)))))
              .isSameAs(failure);
          assertThat(model.run(new Outcomes<>(List.of(new Await<>(failedTask(model))))))
              .containsExactly(new Outcome.Failure<>(failure));
        });
  }

  @EachModel
  void T27_theLaterFailuresOfAGatherAreConsumedSilently(Model kind) {
    assertNothingReported(
        kind,
        model -> {
          Countdown consumed = new Countdown(2);
          Exception later = new Exception("later");
          Task<Unit> task = model.start(gate.pass().then(new Fail<>(later)));
          Plan<Unit> notTheFirst = gate.pass().then(new Fail<>(later));
          Task<List<Unit>> gather =
              model.start(
                  new Gather<>(
                      List.of(
                          new Fail<>(failure),
                          counted(consumed, new Await<>(task)),
                          counted(consumed, notTheFirst))));
          assertFailed(gather, failure);
          gate.awaitArrivals(2);
          gate.open();
          consumed.await();
        });
  }

  /** A plan that counts its failure and fails with it. */
  private static Plan<Unit> counted(Countdown failures, Plan<Unit> plan) {
    return plan.recover(
        thrown -> {
          failures.count();
          return new Fail<>(thrown);
        });
  }

  @EachModel
  void T27_aFailureThatArrivesJustAsItsAwaiterIsCancelledCountsAsLookedAt(Model kind) {
    assertNothingReported(
        kind,
        model -> {
          for (int round = 0; round < 200; round++) {
            Gate end = new Gate();
            CountDownLatch awaiting = new CountDownLatch(1);
            Task<Unit> task = model.start(end.pass().then(new Fail<>(failure)));
            Task<Unit> awaiter =
                model.start(
                    signal(awaiting, new Await<>(task))
                        .recover(thrown -> new NoOp())
                        .onCancel(cancelled -> new NoOp()));
            end.awaitArrivals(1);
            await(awaiting);
            end.open();
            awaitEnd(task);
            awaiter.cancel();
            awaitEnd(awaiter);
          }
        });
  }

  @EachModel
  void T27_whatAGroupRaisesIsNotReportedOfItsTasks(Model kind) {
    assertNothingReported(
        kind,
        model ->
            assertThatThrownBy(
                    () ->
                        model.run(
                            new OpenGroup<Unit>(
                                group -> group.add(new Fail<Unit>(failure)).then(new NoOp()))))
                .isInstanceOfSatisfying(
                    TaskGroupException.class,
                    raised -> assertThat(raised.errors()).containsExactly(failure)));
  }

  @EachModel
  void T27_whatARunRaisesIsNotReported(Model kind) {
    assertNothingReported(
        kind, model -> assertThatThrownBy(() -> model.run(new Fail<>(failure))).isSameAs(failure));
  }

  @EachModel
  void T27_valuesAndCancellationsAreNotReported(Model kind) {
    assertNothingReported(
        kind,
        model -> {
          awaitEnd(model.start(new Value<>(1)));
          Task<Unit> cancelled = model.start(gate.pass());
          gate.awaitArrivals(1);
          assertThat(cancelled.cancel()).isTrue();
          assertCancelled(cancelled);
          assertThat(gate.cancellations()).isEqualTo(1);
        });
  }
}
