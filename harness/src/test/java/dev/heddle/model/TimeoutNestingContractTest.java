package dev.heddle.model;

import static dev.heddle.model.ContractCase.assertCancelled;
import static dev.heddle.model.ContractCase.await;
import static dev.heddle.model.Limits.HOUR;
import static dev.heddle.model.Limits.SHORT;
import static dev.heddle.model.Limits.assertGoesOn;
import static dev.heddle.model.Limits.assertTimedOut;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.plan.Await;
import dev.heddle.plan.Call;
import dev.heddle.plan.Deadline;
import dev.heddle.plan.Fail;
import dev.heddle.plan.OpenGroup;
import dev.heddle.plan.Plan;
import dev.heddle.plan.Timeout;
import dev.heddle.plan.Unit;
import dev.heddle.plan.Value;
import dev.heddle.task.Task;
import dev.heddle.task.TaskGroupException;
import dev.heddle.task.TimedOutException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Section 8 of the semantics, as far as it is about timeout blocks in blocks, around groups and in
 * clean-up. Each test carries the ID of the line it proves.
 *
 * <p>A block always starts, so a limit that passes meets it wherever it first waits.
 */
class TimeoutNestingContractTest {

  private final Gate gate = new Gate();
  private final Gate after = new Gate();
  private final Exception failure = new Exception("E");
  private final ObservedDeadline deadline = new ObservedDeadline();

  @EachModel
  void TO18_ifTheOuterIsShorterTheInnerBlockSeesOnlyACancellation(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          AtomicInteger timeouts = new AtomicInteger();
          Witness inner = new Witness();
          CompletableFuture<Deadline> outer = new CompletableFuture<>();
          Plan<Unit> longer =
              inner
                  .watch(deadline.timeout(HOUR, gate.pass()))
                  .recover(
                      thrown -> {
                        timeouts.incrementAndGet();
                        return new Fail<>(thrown);
                      });
          Task<Unit> task =
              model.start(
                  new Timeout<>(
                      SHORT,
                      handle -> {
                        outer.complete(handle);
                        return longer;
                      }));
          assertTimedOut(task);
          assertThat(outer.resultNow().expired()).as("outer expired").isTrue();
          assertThat(deadline.expired()).as("inner expired").isFalse();
          assertThat(timeouts).as("timeouts of the inner block").hasValue(0);
          assertThat(inner.cancelled()).isEqualTo(1);
        });
  }

  @EachModel
  void TO18_ifTheInnerIsShorterItRaisesAndTheOuterGoesOn(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          CompletableFuture<Deadline> inner = new CompletableFuture<>();
          CompletableFuture<Throwable> caught = new CompletableFuture<>();
          Plan<Unit> shorter =
              new Timeout<>(
                  SHORT,
                  handle -> {
                    inner.complete(handle);
                    return gate.pass();
                  });
          Task<Integer> task =
              model.start(
                  deadline.timeout(
                      HOUR,
                      shorter
                          .recover(
                              thrown -> {
                                caught.complete(thrown);
                                return after.pass();
                              })
                          .then(new Value<>(1))));
          assertThat(assertGoesOn(task, after)).isEqualTo(1);
          assertThat(caught.resultNow()).isExactlyInstanceOf(TimedOutException.class);
          assertThat(inner.resultNow().expired()).as("inner expired").isTrue();
          assertThat(deadline.expired()).as("outer expired").isFalse();
        });
  }

  @EachModel
  void TO18_ifBothPassBeforeTheBlockSuspendsItIsCancelledOnceAndATimeoutComesOut(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Plan<Unit> block = new Call<>(() -> Limits.overrun(SHORT)).then(gate.pass());
          CompletableFuture<Throwable> caught = new CompletableFuture<>();
          Task<Unit> task =
              model.start(
                  deadline
                      .timeout(SHORT, new Timeout<>(SHORT, inner -> block))
                      .recover(
                          thrown -> {
                            caught.complete(thrown);
                            return after.pass();
                          }));
          assertGoesOn(task, after);
          assertThat(caught.resultNow()).isExactlyInstanceOf(TimedOutException.class);
          assertThat(gate.cancellations()).isEqualTo(1);
        });
  }

  @EachModel
  void TO23_theUnfinishedChildrenOfAGroupHaveEndedCancelledAndTheFinishedKeepTheirValues(
      Model kind) {
    ContractCase.on(
        kind,
        model ->
            Limits.untilInTime(
                limit -> {
                  Gate shut = new Gate();
                  Witness child = new Witness();
                  Witness body = new Witness();
                  CompletableFuture<Task<Integer>> finished = new CompletableFuture<>();
                  CompletableFuture<Task<Unit>> unfinished = new CompletableFuture<>();
                  Plan<Unit> group =
                      new OpenGroup<>(
                          opened -> {
                            finished.complete(opened.start(new Value<>(1)));
                            unfinished.complete(opened.start(child.watch(shut.pass())));
                            return new Await<>(finished.resultNow()).then(body.watch(shut.pass()));
                          });
                  Task<Unit> task = model.start(new Timeout<>(limit, handle -> group));
                  assertTimedOut(task);
                  assertThat(unfinished.resultNow().isCancelled()).as("cancelled by then").isTrue();
                  assertThat(shut.cancellations()).isEqualTo(child.begun() + body.begun());
                  if (child.begun() == 0 || body.begun() == 0) {
                    return false;
                  }
                  assertThat(finished.resultNow().result()).isEqualTo(1);
                  assertThat(child.cancelled()).isEqualTo(1);
                  assertThat(body.cancelled()).isEqualTo(1);
                  return true;
                }));
  }

  @EachModel
  void TO23_aChildWhoseCleanUpFailsMakesItAGroupFailureAndTheTaskGoesOn(Model kind) {
    ContractCase.on(
        kind,
        model ->
            Limits.untilInTime(
                limit -> {
                  Gate behind = new Gate();
                  Witness child = new Witness();
                  Plan<Unit> breaks = child.watch(new Gate().pass()).cleanUp(new Fail<>(failure));
                  Plan<Unit> group =
                      new OpenGroup<>(opened -> opened.add(breaks).then(new Gate().pass()));
                  behind.open();
                  CompletableFuture<Deadline> passed = new CompletableFuture<>();
                  Task<Throwable> caught =
                      model.start(
                          new Timeout<>(
                                  limit,
                                  handle -> {
                                    passed.complete(handle);
                                    return group;
                                  })
                              .then(new Value<>(new Throwable("nothing was raised")))
                              .recover(thrown -> behind.pass().then(new Value<>(thrown))));
                  Throwable thrown = await(caught);
                  assertThat(passed.resultNow().expired()).isTrue();
                  if (child.begun() == 0) {
                    assertThat(thrown).isExactlyInstanceOf(TimedOutException.class);
                    return false;
                  }
                  assertThat(thrown).isExactlyInstanceOf(TaskGroupException.class);
                  assertThat(((TaskGroupException) thrown).errors()).isEqualTo(List.of(failure));
                  return true;
                }));
  }

  @EachModel
  void TO25_cleanUpAfterACancellationMayHaveADeadlineOfItsOwn(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Witness inCleanUp = new Witness();
          Plan<Unit> cleanUp =
              deadline
                  .timeout(SHORT, inCleanUp.watch(new Gate().pass()))
                  .recover(thrown -> after.pass());
          Task<Unit> task = model.start(gate.pass().cleanUp(cleanUp));
          gate.awaitArrivals(1);
          assertThat(task.cancel()).isTrue();
          after.awaitArrivals(1);
          assertThat(deadline.expired()).isTrue();
          assertThat(task.isDone()).isFalse();
          after.open();
          assertCancelled(task);
          assertThat(inCleanUp.cancelled()).isEqualTo(1);
          assertThat(after.cancellations()).isZero();
        });
  }

  @EachModel
  void TO25_cleanUpAfterADeadlineMayHaveOneOfItsOwn(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          CompletableFuture<Throwable> caught = new CompletableFuture<>();
          Plan<Unit> cleanUp =
              deadline
                  .timeout(SHORT, new Gate().pass())
                  .recover(
                      thrown -> {
                        caught.complete(thrown);
                        return after.pass();
                      });
          Task<Unit> task =
              model.start(new Timeout<>(SHORT, outer -> gate.pass().cleanUp(cleanUp)));
          after.awaitArrivals(1);
          after.open();
          assertTimedOut(task);
          assertThat(caught.resultNow()).isExactlyInstanceOf(TimedOutException.class);
          assertThat(after.cancellations()).isZero();
        });
  }
}
