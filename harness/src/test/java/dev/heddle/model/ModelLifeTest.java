package dev.heddle.model;

import static dev.heddle.model.ContractCase.assertCancelled;
import static dev.heddle.model.ContractCase.await;
import static dev.heddle.model.ContractCase.awaitEnd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.heddle.plan.Blocking;
import dev.heddle.plan.Call;
import dev.heddle.plan.Fail;
import dev.heddle.plan.Gather;
import dev.heddle.plan.NoOp;
import dev.heddle.plan.Plan;
import dev.heddle.plan.Sleep;
import dev.heddle.plan.Unit;
import dev.heddle.plan.Value;
import dev.heddle.task.Task;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds of every model beyond single patterns: closing, late requests, odd bodies. */
class ModelLifeTest {

  private final Gate gate = new Gate();

  @EachModel
  void closingCancelsTasksAndWaitsForThem(Model kind) throws Exception {
    ExecutionModel model = kind.open(ModelOptions.DEFAULT);
    Task<Unit> task = model.start(gate.pass());
    gate.awaitArrivals(1);
    model.close();
    assertThat(task.isCancelled()).isTrue();
  }

  @EachModel
  void closingCancelsARunOnAnotherThreadAndWaitsForIt(Model kind) throws Exception {
    ExecutionModel model = kind.open(ModelOptions.DEFAULT);
    CompletableFuture<Throwable> ended = new CompletableFuture<>();
    Plan<List<Unit>> plan = new Gather<>(List.of(gate.pass(), new Sleep(Duration.ofHours(1))));
    Thread runner =
        Thread.ofPlatform().start(() -> ended.complete(catchThrowable(() -> model.run(plan))));
    gate.awaitArrivals(1);
    model.close();
    assertThat(ended.get(20, TimeUnit.SECONDS))
        .isInstanceOfAny(CancellationException.class, InterruptedException.class);
    runner.join();
  }

  @EachModel
  void aClosedModelRefusesPlans(Model kind) {
    ExecutionModel model = kind.open(ModelOptions.DEFAULT);
    model.close();
    model.close();
    assertThatThrownBy(() -> model.run(new NoOp()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
    assertThatThrownBy(() -> model.start(new NoOp()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
  }

  @EachModel
  void aRequestAfterOneThatWasSwallowedIsDeliveredToo(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          CountDownLatch blocked = new CountDownLatch(1);
          Plan<Integer> swallows =
              new Blocking<>(
                  () -> {
                    blocked.countDown();
                    try {
                      new CountDownLatch(1).await();
                    } catch (InterruptedException swallowed) {
                      return 1;
                    }
                    return 2;
                  });
          Task<Unit> task = model.start(swallows.then(gate.pass()));
          await(blocked);
          assertThat(task.cancel()).isTrue();
          gate.awaitArrivals(1);
          assertThat(task.isDone()).isFalse();
          assertThat(task.cancel()).isTrue();
          assertCancelled(task);
        });
  }

  @EachModel
  void aSleepForEverCanBeCancelled(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<Unit> task =
              model.start(gate.pass().then(new Sleep(ChronoUnit.FOREVER.getDuration())));
          gate.awaitArrivals(1);
          gate.open();
          assertThat(task.cancel()).isTrue();
          assertCancelled(task);
        });
  }

  @EachModel
  void aPlanNestedTooDeepFailsInsteadOfHanging(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Plan<Unit> deep = new NoOp();
          for (int i = 0; i < 200_000; i++) {
            deep = deep.then(new NoOp());
          }
          Task<Unit> task = model.start(deep);
          awaitEnd(task);
          assertThat(task.exception().orElseThrow()).isInstanceOf(StackOverflowError.class);
        });
  }

  @EachModel
  void anInterruptNobodyAskedForIsACancellationThatRecoverDoesNotCatch(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Plan<Integer> interrupted = new Fail<>(new InterruptedException("own"));
          assertCancelled(model.start(interrupted.recover(thrown -> new Value<>(1))));
        });
  }

  @EachModel
  void anInterruptOfTheRunningThreadCancelsThePlanAndComesOut(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          CompletableFuture<Throwable> ended = new CompletableFuture<>();
          Plan<List<Unit>> plan = new Gather<>(List.of(gate.pass(), gate.pass()));
          Thread runner =
              Thread.ofPlatform()
                  .start(() -> ended.complete(catchThrowable(() -> model.run(plan))));
          gate.awaitArrivals(2);
          runner.interrupt();
          assertThat(ended.get(20, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
          assertThat(gate.cancellations()).isEqualTo(2);
          runner.join();
        });
  }

  @EachModel
  void aListenerThatThrowsKeepsNobodyElseFromBeingTold(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<Unit> task = model.start(gate.pass());
          gate.awaitArrivals(1);
          task.whenDone(
              ended -> {
                throw new IllegalStateException("thrown by a test's listener");
              });
          CountDownLatch told = new CountDownLatch(1);
          task.whenDone(ended -> told.countDown());
          gate.open();
          await(told);
        });
  }

  @ParameterizedTest
  @EnumSource(names = {"COMPLETABLE_FUTURE", "NETTY_EVENT_LOOP"})
  void whatWouldBlockAThreadOfAnEventDrivenModelIsRefused(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<Unit> waiting = model.start(gate.pass());
          Task<Unit> blocks = model.start(new Call<>(waiting::await));
          awaitEnd(blocks);
          assertThat(blocks.exception().orElseThrow())
              .isInstanceOf(IllegalStateException.class)
              .hasMessageContaining("would block");
        });
  }
}
