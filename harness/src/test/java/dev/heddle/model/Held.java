package dev.heddle.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.plan.Await;
import dev.heddle.plan.Plan;
import dev.heddle.task.Task;

/** A task that is held at a gate of its own until the test says how it ends. */
final class Held<R> {

  private final Gate gate = new Gate();
  private final Task<R> task;

  private Held(ExecutionModel model, Plan<R> end) {
    task = model.start(gate.pass().then(end));
  }

  /** Starts a task that ends as {@code end} does, and waits until it is at its gate. */
  static <R> Held<R> start(ExecutionModel model, Plan<R> end) throws InterruptedException {
    Held<R> held = new Held<>(model, end);
    held.gate.awaitArrivals(1);
    return held;
  }

  Task<R> task() {
    return task;
  }

  /** A plan that stands for the task. */
  Plan<R> await() {
    return new Await<>(task);
  }

  /** Lets the task end, which nothing but the gate has kept from it, and waits for that. */
  void release() throws InterruptedException {
    assertRunning();
    gate.open();
    ContractCase.awaitEnd(task);
  }

  /** Cancels the task where it is held, and waits for its end. */
  void cancel() throws InterruptedException {
    assertThat(task.cancel()).isTrue();
    ContractCase.assertCancelled(task);
    assertThat(gate.cancellations()).as("cancellations delivered").isEqualTo(1);
  }

  /** Checks that nothing has ended or cancelled the task. */
  void assertRunning() {
    assertThat(gate.cancellations()).as("cancellations of %s", task).isZero();
    assertThat(task.isDone()).as("%s has ended", task).isFalse();
  }

  /** Checks that nothing has disturbed the task: it runs, and ends with that value when it may. */
  void assertRunsOnTo(R value) throws Exception {
    release();
    assertThat(task.result()).isEqualTo(value);
  }
}
