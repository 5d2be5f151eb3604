package dev.heddle.benchmarks;

import dev.heddle.model.ExecutionModel;
import dev.heddle.plan.Plan;
import java.util.concurrent.atomic.AtomicReference;

/** Starts a plan on a model again and again, one task at a time, from a thread of its own. */
final class NextDoor implements AutoCloseable {

  private final AtomicReference<Exception> failure = new AtomicReference<>();
  private final Thread thread;
  private volatile boolean closed;

  private NextDoor(ExecutionModel model, Plan<?> plan) {
    this.thread =
        Thread.ofPlatform().daemon().name("heddle-neighbour").unstarted(() -> repeat(model, plan));
  }

  static NextDoor start(ExecutionModel model, Plan<?> plan) {
    NextDoor neighbour = new NextDoor(model, plan);
    neighbour.thread.start();
    return neighbour;
  }

  private void repeat(ExecutionModel model, Plan<?> plan) {
    try {
      do {
        model.start(plan).await();
      } while (!closed);
    } catch (Exception e) {
      failure.set(e);
    }
  }

  /**
   * Waits for the end of the last task.
   *
   * @throws IllegalStateException if one failed: then there was no neighbour
   */
  @Override
  public void close() {
    closed = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Exception failed = failure.get();
    if (failed != null) {
      throw new IllegalStateException("The neighbour failed: " + failed, failed);
    }
  }
}
