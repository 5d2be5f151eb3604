package dev.heddle.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.plan.Await;
import dev.heddle.plan.Shield;
import dev.heddle.plan.Value;
import dev.heddle.task.Task;
import java.util.concurrent.CountDownLatch;

/** A task behind a shield, who waits for it, and what the shield is for. */
final class Shielding {

  private Shielding() {}

  /** A task that waits at the gate and then yields 7. */
  static Task<Integer> startInner(ExecutionModel model, Gate gate) throws InterruptedException {
    Task<Integer> inner = model.start(gate.pass().then(new Value<>(7)));
    gate.awaitArrivals(1);
    return inner;
  }

  /** A task that waits for another behind a shield, and has got there. */
  static <R> Task<R> startShielded(ExecutionModel model, Task<R> inner)
      throws InterruptedException {
    CountDownLatch waiting = new CountDownLatch(1);
    Task<R> waiter = model.start(ContractCase.signal(waiting, new Shield<>(new Await<>(inner))));
    ContractCase.await(waiting);
    return waiter;
  }

  /** Checks that a task went on undisturbed, and lets it end. */
  static void assertGoesOn(Task<Integer> inner, Gate gate) throws Exception {
    assertThat(inner.isDone()).isFalse();
    gate.open();
    assertThat(ContractCase.await(inner)).isEqualTo(7);
    assertThat(gate.cancellations()).isZero();
  }
}
