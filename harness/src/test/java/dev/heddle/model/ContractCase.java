package dev.heddle.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.plan.Plan;
import dev.heddle.task.Task;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowingConsumer;

/** One case of the contract on one model, and the audit after it. */
final class ContractCase {

  private ContractCase() {}

  /**
   * Opens the model, runs the case, closes the model, and checks what a closed model leaves behind.
   */
  static void on(Model kind, ThrowingConsumer<ExecutionModel> steps) {
    on(kind, ModelOptions.DEFAULT, steps);
  }

  /** The same with options of the case's own. */
  static void on(Model kind, ModelOptions options, ThrowingConsumer<ExecutionModel> steps) {
    try (ExecutionModel model = kind.open(options)) {
      steps.accept(model);
    }
    assertThat(Thread.interrupted()).as("interrupt flag of the test's thread").isFalse();
    assertThreadsEnd();
  }

  /** A pool or loop tells its end from its last thread, which then has a few steps to go. */
  private static void assertThreadsEnd() {
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().startsWith("heddle-")) {
        assertThat(hasEnded(thread)).as("%s of a closed model has ended", thread).isTrue();
      }
    }
  }

  private static boolean hasEnded(Thread thread) {
    try {
      return thread.join(Duration.ofSeconds(20));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** How a task ended, waiting for it within a bound. */
  static <R> R await(Task<R> task) throws Exception {
    awaitEnd(task);
    return task.result();
  }

  /** Waits within a bound until a task has ended, however it ended. */
  static void awaitEnd(Task<?> task) throws InterruptedException {
    CountDownLatch ended = new CountDownLatch(1);
    task.whenDone(done -> ended.countDown());
    assertThat(ended.await(20, TimeUnit.SECONDS)).as("%s ended within 20 s", task).isTrue();
  }

  /** Checks that a task ends cancelled. */
  static void assertCancelled(Task<?> task) throws InterruptedException {
    awaitEnd(task);
    assertThat(task.isCancelled()).as("%s is cancelled", task).isTrue();
    assertThat(org.assertj.core.api.Assertions.catchThrowable(task::result))
        .isInstanceOf(CancellationException.class);
  }

  /** Checks that a task fails with that very object. */
  static void assertFailed(Task<?> task, Throwable failure) throws InterruptedException {
    awaitEnd(task);
    assertThat(task.exception()).containsSame(failure);
  }

  /** A plan that signals a latch, then goes on. */
  static <R> Plan<R> signal(CountDownLatch latch, Plan<R> rest) {
    return new dev.heddle.plan.Call<>(
            () -> {
              latch.countDown();
              return true;
            })
        .then(rest);
  }

  /** Waits within a bound for a latch. */
  static void await(CountDownLatch latch) throws InterruptedException {
    assertThat(latch.await(20, TimeUnit.SECONDS)).as("latch within 20 s").isTrue();
  }
}
