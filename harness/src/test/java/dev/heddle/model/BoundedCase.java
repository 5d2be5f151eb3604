package dev.heddle.model;

import dev.heddle.plan.Bounded;
import dev.heddle.plan.Call;
import dev.heddle.plan.Plan;
import dev.heddle.plan.Unit;
import dev.heddle.task.Permits;
import dev.heddle.task.Task;
import java.util.concurrent.atomic.AtomicInteger;

/** One case of bounded work on one model, which ends with every permit back. */
final class BoundedCase {

  private BoundedCase() {}

  /** What a case does with a model and permits of its own. */
  @FunctionalInterface
  interface Steps {
    void run(ExecutionModel model, Permits permits) throws Exception;
  }

  /** A case that must leave all permits behind, before its model is closed. */
  static void on(Model kind, int count, Steps steps) {
    ContractCase.on(
        kind,
        model -> {
          Permits permits = new Permits(count);
          steps.run(model, permits);
          assertBack(permits, count);
        });
  }

  /** What survives a failed gather may still be inside when a case has seen enough. */
  static void assertBack(Permits permits, int count) {
    Spin.until(
        () -> permits.available() == count && permits.waiting() == 0,
        count + " permits are back and nobody waits for one");
  }

  static void awaitWaiting(Permits permits, int count) {
    Spin.until(() -> permits.waiting() == count, count + " wait for a permit");
  }

  /** A body that counts who enters it. */
  static <R> Plan<R> enter(AtomicInteger entered, Plan<R> body) {
    return new Call<>(entered::incrementAndGet).then(body);
  }

  /** A task that holds a permit at a gate. */
  static Task<Unit> startHolder(ExecutionModel model, Permits permits, Gate at)
      throws InterruptedException {
    Task<Unit> holder = model.start(new Bounded<>(permits, at.pass()));
    at.awaitArrivals(1);
    return holder;
  }
}
