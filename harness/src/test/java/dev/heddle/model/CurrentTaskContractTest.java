package dev.heddle.model;

import static dev.heddle.model.ContractCase.assertCancelled;
import static dev.heddle.model.ContractCase.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.plan.Await;
import dev.heddle.plan.Cancel;
import dev.heddle.plan.CurrentTask;
import dev.heddle.plan.Fail;
import dev.heddle.plan.Gather;
import dev.heddle.plan.OpenGroup;
import dev.heddle.plan.Plan;
import dev.heddle.plan.Start;
import dev.heddle.plan.Value;
import dev.heddle.task.Task;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Section 2 of the semantics: a body that asks for its own task, and what it can do with it. Each
 * test carries the ID of the line it proves.
 */
class CurrentTaskContractTest {

  private final Gate gate = new Gate();
  private final AtomicBoolean accepted = new AtomicBoolean();

  /** Whether the body of a started task is told that very task. */
  private static Plan<Boolean> isItself(Task<Task<?>> started) {
    return new Await<>(started).then(told -> new Value<>(told == started));
  }

  /** Requests the cancellation of the task whose body this is, then goes on. */
  private <R> Plan<R> cancelItself(Plan<R> rest) {
    return new CurrentTask()
        .then(Cancel::new)
        .then(
            answer -> {
              accepted.set(answer);
              return rest;
            });
  }

  @EachModel
  void T3_aNamedTaskThatAsksForTheCurrentTaskGetsItself(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<Task<?>> task = model.start(new CurrentTask(), "checkout");
          Task<?> told = await(task);
          assertThat(told == task).as("%s is the task itself", told).isTrue();
          assertThat(told.name()).isEqualTo("checkout");
        });
  }

  @EachModel
  void T3_aTaskIsItselfAfterASuspensionToo(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<Task<?>> task = model.start(gate.pass().then(new CurrentTask()));
          Task<Task<?>> other = model.start(gate.pass().then(new CurrentTask()));
          gate.awaitArrivals(2);
          gate.open();
          assertThat(await(task) == task).isTrue();
          assertThat(await(other) == other).isTrue();
        });
  }

  @EachModel
  void T3_aTaskStartedByAPlanIsToldItselfAndNotItsCreator(Model kind) {
    ContractCase.on(
        kind,
        model ->
            assertThat(
                    model.run(
                        new Start<Task<?>>(new CurrentTask())
                            .then(CurrentTaskContractTest::isItself)))
                .isTrue());
  }

  @EachModel
  void T3_aTaskOfAGroupIsToldItselfAndTheGroupsBodyTheTaskAroundIt(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<Task<?>> around =
              model.start(
                  new OpenGroup<Task<?>>(
                      group ->
                          group
                              .add(new CurrentTask())
                              .then(CurrentTaskContractTest::isItself)
                              .then(
                                  itself ->
                                      itself
                                          ? new CurrentTask()
                                          : new Fail<>(new AssertionError("another task")))));
          assertThat(await(around) == around).isTrue();
        });
  }

  @EachModel
  void T3_aChildOfAPatternSeesTheTaskThatThePatternIsPartOf(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<List<Task<?>>> task =
              model.start(new Gather<Task<?>>(List.of(new CurrentTask(), new CurrentTask())));
          List<Task<?>> told = await(task);
          assertThat(told).hasSize(2).allMatch(seen -> seen == task);
        });
  }

  @EachModel
  void T3_thePlanOfARunIsATaskThatEndsWithIt(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<?> main = model.run(new CurrentTask());
          assertThat(main.isDone()).isTrue();
          assertThat(main.isCancelled()).isFalse();
        });
  }

  @EachModel
  void T16_aBodyThatCancelsItselfAndReturnsWithoutASuspensionIsCancelled(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          assertCancelled(model.start(cancelItself(new Value<>("returned"))));
          assertThat(accepted).as("the request was accepted").isTrue();
        });
  }

  @EachModel
  void T16_aRunWhosePlanCancelsItselfAndReturnsRaisesTheCancellation(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          assertThatThrownBy(() -> model.run(cancelItself(new Value<>("returned"))))
              .isInstanceOf(CancellationException.class);
          assertThat(accepted).as("the request was accepted").isTrue();
        });
  }

  @EachModel
  void T17_aBodyThatCancelsItselfIsToldAtItsNextSuspension(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          AtomicInteger raised = new AtomicInteger();
          AtomicBoolean wentOn = new AtomicBoolean();
          Task<Boolean> task =
              model.start(
                  cancelItself(
                      gate.pass()
                          .onCancel(
                              cancellation -> {
                                raised.incrementAndGet();
                                return new Fail<>(cancellation);
                              })
                          .then(
                              passed -> {
                                wentOn.set(true);
                                return new Value<>(true);
                              })));
          assertCancelled(task);
          assertThat(accepted).as("the request was accepted").isTrue();
          assertThat(gate.cancellations()).isEqualTo(1);
          assertThat(raised).hasValue(1);
          assertThat(wentOn).as("the body went on after the suspension").isFalse();
        });
  }

  @EachModel
  void T17_aBodyThatCancelsItselfMayCatchThatAndGoOn(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Gate later = new Gate();
          Task<Integer> task =
              model.start(
                  cancelItself(
                      gate.pass().onCancel(cancellation -> later.pass()).then(new Value<>(42))));
          later.awaitArrivals(1);
          later.open();
          assertThat(await(task)).isEqualTo(42);
          assertThat(gate.cancellations()).isEqualTo(1);
          assertThat(later.cancellations()).as("delivered a second time").isZero();
        });
  }
}
