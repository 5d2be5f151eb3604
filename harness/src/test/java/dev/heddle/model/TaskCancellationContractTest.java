package dev.heddle.model;

import static dev.heddle.model.ContractCase.assertCancelled;
import static dev.heddle.model.ContractCase.assertFailed;
import static dev.heddle.model.ContractCase.await;
import static dev.heddle.model.ContractCase.signal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.plan.AsCompleted;
import dev.heddle.plan.Await;
import dev.heddle.plan.Blocking;
import dev.heddle.plan.Bounded;
import dev.heddle.plan.Call;
import dev.heddle.plan.Completions;
import dev.heddle.plan.Fail;
import dev.heddle.plan.Gather;
import dev.heddle.plan.Group;
import dev.heddle.plan.NoOp;
import dev.heddle.plan.OpenGroup;
import dev.heddle.plan.Outcomes;
import dev.heddle.plan.Plan;
import dev.heddle.plan.Race;
import dev.heddle.plan.ReturnWhen;
import dev.heddle.plan.Shield;
import dev.heddle.plan.Sleep;
import dev.heddle.plan.Timeout;
import dev.heddle.plan.Unit;
import dev.heddle.plan.Value;
import dev.heddle.plan.Wait;
import dev.heddle.plan.Within;
import dev.heddle.task.Outcome;
import dev.heddle.task.Permits;
import dev.heddle.task.Task;
import dev.heddle.task.TaskCell;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Section 2 of the semantics: what a body makes of a request to cancel it, and what whoever awaits
 * it sees of that. Each test carries the ID of the line it proves.
 */
class TaskCancellationContractTest {

  private static final Duration LONG = Duration.ofHours(1);

  private final Gate gate = new Gate();
  private final Gate cleanUp = new Gate();
  private final Exception failure = new Exception("E");
  private final AtomicInteger raised = new AtomicInteger();

  /** A plan that counts the cancellations raised in it and lets them out. */
  private <R> Plan<R> counted(Plan<R> plan) {
    return plan.onCancel(
        cancellation -> {
          raised.incrementAndGet();
          return new Fail<>(cancellation);
        });
  }

  @EachModel
  void T5_theCancellationIsRaisedWhereTheBodyIsSuspendedAndCleanUpRunsBeforeTheEnd(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          AtomicBoolean wentOn = new AtomicBoolean();
          AtomicBoolean cleanedUp = new AtomicBoolean();
          Plan<Boolean> body =
              gate.pass()
                  .then(new Call<>(() -> wentOn.getAndSet(true)))
                  .cleanUp(new Call<>(() -> cleanedUp.getAndSet(true)));
          Task<Boolean> task = model.start(body);
          Task<Boolean> awaiter = model.start(new Await<>(task));
          gate.awaitArrivals(1);
          assertThat(task.cancel()).isTrue();
          assertCancelled(task);
          assertThat(cleanedUp).as("clean-up ran before the end").isTrue();
          assertThat(wentOn).as("the body went on after the suspension").isFalse();
          assertThat(gate.cancellations()).isEqualTo(1);
          assertCancelled(awaiter);
          assertThatThrownBy(task::await).isInstanceOf(CancellationException.class);
        });
  }

  @EachModel
  void T5_theCancellationIsRaisedInEveryNodeThatSuspends(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          assertRaisedIn(model, "sleep", new Sleep(LONG));
          assertRaisedIn(model, "blocking", blocked());
          assertRaisedIn(model, "await", new Await<>(model.start(gate.pass())));
          assertRaisedIn(model, "gather", new Gather<>(List.of(gate.pass(), gate.pass())));
          assertRaisedIn(model, "outcomes", new Outcomes<>(List.of(gate.pass(), gate.pass())));
          assertRaisedIn(model, "group", new Group<>(List.of(gate.pass(), gate.pass())));
          assertRaisedIn(model, "open group", new OpenGroup<>(group -> gate.pass()));
          assertRaisedIn(model, "race", new Race<>(List.of(gate.pass(), gate.pass())));
          assertRaisedIn(model, "within", new Within<>(gate.pass(), LONG));
          assertRaisedIn(model, "timeout", new Timeout<>(LONG, deadline -> gate.pass()));
          assertRaisedIn(model, "bounded", new Bounded<>(new Permits(0), new NoOp()));
          assertRaisedIn(model, "shield", new Shield<>(gate.pass()));
          assertRaisedIn(model, "wait", waitFor(model.start(gate.pass())));
          assertRaisedIn(model, "as completed", next(model.start(gate.pass())));
        });
  }

  private <R> void assertRaisedIn(ExecutionModel model, String node, Plan<R> suspends)
      throws InterruptedException {
    raised.set(0);
    CountDownLatch begun = new CountDownLatch(1);
    Task<R> task = model.start(signal(begun, counted(suspends)), node);
    await(begun);
    assertThat(task.cancel()).as("cancel of a task in %s", node).isTrue();
    assertCancelled(task);
    assertThat(raised).as("cancellations raised in %s", node).hasValue(1);
  }

  private static Plan<Unit> blocked() {
    return new Blocking<>(
        () -> {
          new CountDownLatch(1).await();
          return Unit.UNIT;
        });
  }

  private static Plan<?> waitFor(Task<Unit> task) {
    return new Wait<Unit>(List.of(task), ReturnWhen.ALL_COMPLETED);
  }

  private static Plan<?> next(Task<Unit> task) {
    return new AsCompleted<>(List.of(new Await<>(task))).then(Completions::next);
  }

  @EachModel
  void T10_twoRequestsBeforeTheBodyResumesAreBothAcceptedAndRaisedOnce(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          CountDownLatch begun = new CountDownLatch(1);
          CountDownLatch passedOn = new CountDownLatch(1);
          TaskCell<Unit> slow =
              new TaskCell<>(
                  Optional.of("ends when the test says so"),
                  () -> {
                    passedOn.countDown();
                    return true;
                  });
          Task<Unit> task =
              model.start(
                  signal(begun, counted(new Await<>(slow)).onCancel(swallowed -> gate.pass())));
          await(begun);
          assertThat(task.cancel()).isTrue();
          assertThat(task.cancel()).isTrue();
          await(passedOn);
          assertThat(raised).as("cancellations raised before what it awaits ended").hasValue(0);
          slow.complete(Outcome.of(new CancellationException("ended by the test")));
          gate.awaitArrivals(1);
          gate.open();
          assertThat(await(task)).isEqualTo(Unit.UNIT);
          assertThat(raised).hasValue(1);
          assertThat(gate.cancellations()).as("delivered a second time").isZero();
        });
  }

  @EachModel
  void T11_aBodyThatCatchesTheCancellationAndReturnsIsDoneWithItsValue(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<Integer> task =
              model.start(gate.pass().then(new Value<>(0)).onCancel(swallowed -> new Value<>(42)));
          Task<Integer> awaiter = model.start(new Await<>(task));
          gate.awaitArrivals(1);
          assertThat(task.cancel()).isTrue();
          assertThat(await(task)).isEqualTo(42);
          assertThat(gate.cancellations()).isEqualTo(1);
          assertThat(task.isCancelled()).isFalse();
          assertThat(task.exception()).isEmpty();
          assertThat(await(awaiter)).isEqualTo(42);
          assertThat(task.cancel()).as("a later cancel").isFalse();
          assertThat(task.result()).isEqualTo(42);
        });
  }

  @EachModel
  void T11_whoPassedTheCancellationOnGetsTheValueOfATaskThatCaughtIt(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<Integer> task =
              model.start(gate.pass().then(new Value<>(0)).onCancel(swallowed -> new Value<>(42)));
          CountDownLatch waiting = new CountDownLatch(1);
          Task<Integer> awaiter = model.start(signal(waiting, new Await<>(task)));
          gate.awaitArrivals(1);
          await(waiting);
          assertThat(awaiter.cancel()).isTrue();
          assertThat(await(awaiter)).isEqualTo(42);
          assertThat(gate.cancellations()).isEqualTo(1);
          assertThat(awaiter.isCancelled()).isFalse();
        });
  }

  @EachModel
  void T12_aCleanUpThatFailsMakesTheTaskFailedWithThatVeryObject(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<Unit> task = model.start(gate.pass().cleanUp(new Fail<>(failure)));
          Task<Unit> awaiter = model.start(new Await<>(task));
          gate.awaitArrivals(1);
          assertThat(task.cancel()).isTrue();
          assertFailed(task, failure);
          assertThat(gate.cancellations()).isEqualTo(1);
          assertThat(task.isCancelled()).isFalse();
          assertFailed(awaiter, failure);
        });
  }

  @EachModel
  void T12_aHandlerThatThrowsMakesTheTaskFailedWithThatVeryObject(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          RuntimeException thrown = new IllegalStateException("thrown by a handler");
          Task<Unit> task =
              model.start(
                  gate.pass()
                      .onCancel(
                          cancellation -> {
                            throw thrown;
                          }));
          gate.awaitArrivals(1);
          assertThat(task.cancel()).isTrue();
          assertFailed(task, thrown);
          assertThat(gate.cancellations()).isEqualTo(1);
        });
  }

  @EachModel
  void T13_whoAwaitsATaskIsReleasedOnlyAfterItsCleanUp(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          AtomicBoolean cleanedUp = new AtomicBoolean();
          Task<Unit> task =
              model.start(
                  gate.pass()
                      .cleanUp(cleanUp.pass().then(new Call<>(() -> cleanedUp.getAndSet(true)))));
          Task<Boolean> awaiter =
              model.start(
                  new Await<>(task)
                      .then(new Value<>(false))
                      .onCancel(released -> new Value<>(cleanedUp.get())));
          gate.awaitArrivals(1);
          assertThat(task.cancel()).isTrue();
          cleanUp.awaitArrivals(1);
          assertThat(task.isDone()).as("done while cleaning up").isFalse();
          assertThat(awaiter.isDone()).as("released while cleaning up").isFalse();
          cleanUp.open();
          assertCancelled(task);
          assertThat(await(awaiter)).as("released after the clean-up").isTrue();
          assertThat(gate.cancellations()).isEqualTo(1);
          assertThat(cleanUp.cancellations()).as("clean-up cancelled").isZero();
        });
  }

  @EachModel
  void T13_aBlockingCallsOwnCleanUpIsAwaitedToo(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          CountDownLatch blocked = new CountDownLatch(1);
          CountDownLatch cleaning = new CountDownLatch(1);
          CountDownLatch release = new CountDownLatch(1);
          Plan<Unit> body =
              new Blocking<>(
                  () -> {
                    blocked.countDown();
                    try {
                      new CountDownLatch(1).await();
                    } finally {
                      cleaning.countDown();
                      release.await();
                    }
                    return Unit.UNIT;
                  });
          Task<Unit> task = model.start(body);
          await(blocked);
          assertThat(task.cancel()).isTrue();
          await(cleaning);
          assertThat(task.isDone()).as("done while cleaning up").isFalse();
          release.countDown();
          assertCancelled(task);
        });
  }

  @EachModel
  void T20_cancellingOneWhoAwaitsCancelsTheAwaitedAndSoAllOthersWhoAwaitIt(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          CountDownLatch waiting = new CountDownLatch(2);
          Task<Unit> awaited = model.start(gate.pass());
          Task<Unit> one = model.start(signal(waiting, new Await<>(awaited)));
          Task<Unit> two = model.start(signal(waiting, new Await<>(awaited)));
          gate.awaitArrivals(1);
          await(waiting);
          assertThat(one.cancel()).isTrue();
          assertCancelled(awaited);
          assertCancelled(one);
          assertCancelled(two);
          assertThat(gate.cancellations()).isEqualTo(1);
        });
  }
}
