package dev.heddle.model;

import static dev.heddle.model.ContractCase.assertCancelled;
import static dev.heddle.model.ContractCase.assertFailed;
import static dev.heddle.model.ContractCase.awaitEnd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.plan.Await;
import dev.heddle.plan.Blocking;
import dev.heddle.plan.Call;
import dev.heddle.plan.Gather;
import dev.heddle.plan.Plan;
import dev.heddle.plan.Unit;
import dev.heddle.plan.Value;
import dev.heddle.plan.Within;
import dev.heddle.task.Task;
import dev.heddle.task.TimedOutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/** What a request does that comes while the one before it is still being obeyed. */
class FurtherRequestTest {

  private final Gate gate = new Gate();
  private final Gate cleanUp = new Gate();

  @EachModel
  void aSecondRequestToWhoAwaitsReachesTheCleanUpOfTheAwaited(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<Unit> awaited = model.start(gate.pass().onCancel(request -> cleanUp.pass()));
          CountDownLatch begun = new CountDownLatch(1);
          Task<Unit> waiter = model.start(ContractCase.signal(begun, new Await<>(awaited)));
          gate.awaitArrivals(1);
          ContractCase.await(begun);
          assertThat(waiter.cancel()).isTrue();
          cleanUp.awaitArrivals(1);
          assertThat(waiter.cancel()).isTrue();
          assertCancelled(awaited);
          assertCancelled(waiter);
          assertThat(cleanUp.cancellations()).isEqualTo(1);
        });
  }

  @EachModel
  void aSecondRequestToAGatherReachesTheCleanUpOfItsChildrenAndSparesThatOfTheWhole(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          AtomicBoolean cleanedUp = new AtomicBoolean();
          Plan<List<Unit>> children =
              new Gather<>(List.of(gate.pass().onCancel(request -> cleanUp.pass())));
          Task<List<Unit>> gather =
              model.start(children.cleanUp(new Call<>(() -> cleanedUp.getAndSet(true))));
          gate.awaitArrivals(1);
          assertThat(gather.cancel()).isTrue();
          cleanUp.awaitArrivals(1);
          assertThat(gather.cancel()).isTrue();
          assertCancelled(gather);
          assertThat(cleanUp.cancellations()).isEqualTo(1);
          assertThat(cleanedUp).isTrue();
        });
  }

  @EachModel
  void aBlockingCallThatSwallowedARequestIsEndedByTheNext(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          CountDownLatch running = new CountDownLatch(1);
          CountDownLatch swallowed = new CountDownLatch(1);
          Task<Unit> task = model.start(new Blocking<>(() -> blockTwice(running, swallowed)));
          ContractCase.await(running);
          assertThat(task.cancel()).isTrue();
          ContractCase.await(swallowed);
          assertThat(task.cancel()).isTrue();
          assertCancelled(task);
        });
  }

  private static Unit blockTwice(CountDownLatch running, CountDownLatch swallowed)
      throws InterruptedException {
    running.countDown();
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException first) {
      swallowed.countDown();
    }
    new CountDownLatch(1).await();
    return Unit.UNIT;
  }

  /** TO18: the outer limit passes while the inner one's cancellation is being obeyed. */
  @EachModel
  void whenBothOfTwoNestedLimitsPassTheWorkIsTimedOut(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Plan<Unit> spins = new Call<>(() -> spin(Duration.ofMillis(60)));
          Plan<Unit> inner = new Within<>(gate.pass().cleanUp(spins), Duration.ofMillis(10));
          Task<Unit> task = model.start(new Within<>(inner, Duration.ofMillis(30)));
          awaitEnd(task);
          assertThat(task.exception().orElseThrow()).isInstanceOf(TimedOutException.class);
        });
  }

  private static Unit spin(Duration duration) {
    long end = System.nanoTime() + duration.toNanos();
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    return Unit.UNIT;
  }

  /** D5: an exception that CompletableFuture uses itself is the body's own all the same. */
  @EachModel
  void aCompletionExceptionOfANextFunctionComesOutAsItIs(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          CompletionException failure = new CompletionException("E", new Exception("F"));
          Task<Unit> task =
              model.start(
                  gate.pass()
                      .then(
                          unit -> {
                            throw failure;
                          }));
          Task<Integer> handled =
              model.start(
                  gate.pass()
                      .then(unit -> new Value<>(1))
                      .then(
                          one -> {
                            throw failure;
                          }));
          gate.open();
          assertFailed(task, failure);
          assertFailed(handled, failure);
        });
  }
}
