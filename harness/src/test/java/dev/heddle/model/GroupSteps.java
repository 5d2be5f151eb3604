package dev.heddle.model;

import dev.heddle.plan.Call;
import dev.heddle.plan.NoOp;
import dev.heddle.plan.Plan;
import dev.heddle.plan.TaskGroup;
import dev.heddle.plan.Unit;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** Steps of which the plans in cases of gathers, groups and races are made. */
final class GroupSteps {

  private GroupSteps() {}

  /** A plan that begins when the gate lets it pass. */
  static <T> Plan<T> after(Gate gate, Plan<T> plan) {
    return gate.pass().then(plan);
  }

  /** A plan that begins when a cancellation at the gate, which it swallows, has let it go on. */
  static <T> Plan<T> ignoringCancellationAt(Gate gate, Plan<T> plan) {
    return gate.pass().onCancel(cancellation -> new NoOp()).then(plan);
  }

  /** Counts one. */
  static Plan<Integer> count(AtomicInteger counter) {
    return new Call<>(counter::incrementAndGet);
  }

  /** Hands a group to whoever waits for it outside of its body. */
  static Plan<Unit> handOut(TaskGroup group, CompletableFuture<TaskGroup> handle) {
    return new Call<>(
        () -> {
          handle.complete(group);
          return Unit.UNIT;
        });
  }
}
