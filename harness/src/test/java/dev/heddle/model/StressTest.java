package dev.heddle.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.plan.Bounded;
import dev.heddle.plan.Call;
import dev.heddle.plan.OpenGroup;
import dev.heddle.plan.Plan;
import dev.heddle.plan.TaskGroup;
import dev.heddle.plan.Unit;
import dev.heddle.plan.Value;
import dev.heddle.plan.Within;
import dev.heddle.task.Permits;
import dev.heddle.task.Task;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;

/**
 * Races, each run so often that every order of events comes up, and started together: nothing is
 * lost and nothing hangs. Run with {@code -Pstress} only.
 */
@Tag("stress")
class StressTest {

  private static final int ROUNDS = 10_000;

  /**
   * T7, T16: a request that was accepted makes the task cancelled, one that was refused does not.
   */
  @EachModel
  void aCancelAgainstTheCompletionIsEitherRefusedOrObeyed(Model kind) throws Exception {
    race(
        kind,
        (model, together) -> {
          Gate gate = new Gate();
          Task<Integer> task = model.start(gate.pass().then(new Value<>(1)));
          gate.awaitArrivals(1);
          AtomicBoolean accepted = new AtomicBoolean();
          together.run(gate::open, () -> accepted.set(task.cancel()));
          ContractCase.awaitEnd(task);
          assertThat(task.isCancelled()).isEqualTo(accepted.get());
          return !accepted.get();
        });
  }

  /** SEM5, SEM6: a permit handed to a waiter that is being cancelled is not lost. */
  @EachModel
  void aPermitHandedOverAgainstACancelIsNotLost(Model kind) throws Exception {
    race(
        kind,
        (model, together) -> {
          Permits permits = new Permits(1);
          Gate gate = new Gate();
          AtomicInteger entered = new AtomicInteger();
          Task<Unit> holder = model.start(new Bounded<>(permits, gate.pass()));
          gate.awaitArrivals(1);
          Task<Integer> waiter =
              model.start(new Bounded<>(permits, new Call<>(entered::incrementAndGet)));
          Spin.until(() -> permits.waiting() == 1, "one waits for the permit");
          Task<Integer> next = model.start(new Bounded<>(permits, new Call<>(() -> 7)));
          Spin.until(() -> permits.waiting() == 2, "two wait for the permit");
          AtomicBoolean accepted = new AtomicBoolean();
          together.run(gate::open, () -> accepted.set(waiter.cancel()));
          ContractCase.awaitEnd(holder);
          ContractCase.awaitEnd(waiter);
          assertThat(ContractCase.await(next)).isEqualTo(7);
          assertThat(waiter.isCancelled()).isEqualTo(accepted.get());
          assertThat(permits.available()).as("free permits").isEqualTo(1);
          assertThat(permits.waiting()).as("waiting for a permit").isZero();
          return !accepted.get();
        });
  }

  /**
   * TO1, TO2, TO14: a limit against the end of the work gives the value or times out, and its
   * request does not reach what comes after. The limit goes to where both happen.
   */
  @EachModel
  void aTimeoutAgainstTheCompletionLeavesNoCancellationBehind(Model kind) throws Exception {
    AtomicLong limit = new AtomicLong(50_000);
    race(
        kind,
        (model, together) -> {
          Gate work = new Gate();
          Gate after = new Gate();
          Plan<String> limited =
              new Within<>(work.pass().then(new Value<>("done")), Duration.ofNanos(limit.get()))
                  .recover(timedOut -> new Value<>("timed out"));
          Task<String> task =
              model.start(limited.then(ended -> after.pass().then(new Value<>(ended))));
          together.run(work::open, after::open);
          String ended = ContractCase.await(task);
          assertThat(after.cancellations()).as("cancellations after the limit").isZero();
          boolean inTime = "done".equals(ended);
          limit.updateAndGet(nanos -> inTime ? nanos - nanos / 16 : nanos + nanos / 16 + 1);
          return inTime;
        });
  }

  /** TG21, TG22: a child that is added as the last one ends is refused, or run and awaited. */
  @EachModel
  void aChildAddedAsTheLastOneEndsIsRefusedOrAwaited(Model kind) throws Exception {
    race(
        kind,
        (model, together) -> {
          Gate gate = new Gate();
          CompletableFuture<TaskGroup> opened = new CompletableFuture<>();
          AtomicInteger ran = new AtomicInteger();
          Task<Integer> group =
              model.start(
                  new OpenGroup<>(
                      open -> {
                        open.start(gate.pass());
                        opened.complete(open);
                        return new Value<>(1);
                      }));
          gate.awaitArrivals(1);
          CompletableFuture<Task<Integer>> added = new CompletableFuture<>();
          together.run(
              gate::open,
              () -> {
                try {
                  added.complete(opened.join().start(new Call<>(ran::incrementAndGet)));
                } catch (IllegalStateException tooLate) {
                  added.cancel(false);
                }
              });
          assertThat(ContractCase.await(group)).isEqualTo(1);
          if (added.isCancelled()) {
            assertThat(ran).as("runs of a refused child").hasValue(0);
          } else {
            assertThat(added.join().isDone()).as("done when the group is").isTrue();
            assertThat(ran).hasValue(1);
          }
          return added.isCancelled();
        });
  }

  private interface Round {

    /** Runs a race once and tells whether the first of its two actions came first. */
    boolean run(ExecutionModel model, Together together) throws Exception;
  }

  private static void race(Model kind, Round round) throws Exception {
    ContractCase.on(
        kind,
        model -> {
          try (Together together = new Together()) {
            for (int i = 0; i < ROUNDS; i++) {
              together.firstCameFirst(round.run(model, together));
            }
            assertThat(together.closeness()).as("rounds that went the other way").isPositive();
          }
          // A task is taken out of sight just after those who await it are told.
          Spin.until(() -> model.tasks().isEmpty(), "no task is left");
        });
  }
}
