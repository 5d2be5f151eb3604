package dev.heddle.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.plan.Plan;
import dev.heddle.plan.Waited;
import dev.heddle.task.Task;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/** A task that goes to wait for others, and what it found. */
final class Waiting {

  private Waiting() {}

  /** Starts a task, and returns when its next step is to wait. */
  static <R> Task<R> start(ExecutionModel model, Plan<R> wait) throws InterruptedException {
    CountDownLatch there = new CountDownLatch(1);
    Task<R> waiter = model.start(ContractCase.signal(there, wait));
    ContractCase.await(there);
    return waiter;
  }

  /** Checks that the waiter has found exactly these tasks, each on its side. */
  static void assertFound(
      Task<? extends Waited<?>> waiter, Set<? extends Task<?>> done, Set<? extends Task<?>> pending)
      throws Exception {
    ContractCase.awaitEnd(waiter);
    Waited<?> waited = waiter.result();
    assertThat(waited.done()).as("done").isEqualTo(done);
    assertThat(waited.pending()).as("pending").isEqualTo(pending);
  }
}
