package dev.heddle.model;

import dev.heddle.plan.Call;
import dev.heddle.plan.Plan;
import dev.heddle.plan.Unit;
import java.util.concurrent.CountDownLatch;

/** A body that keeps its processor busy and looks at nothing until the test lets it end. */
final class Spinning implements AutoCloseable {

  private final CountDownLatch running = new CountDownLatch(1);
  private volatile boolean released;
  private volatile boolean reachedItsEnd;

  Plan<Unit> plan() {
    return new Call<>(this::spin);
  }

  private Unit spin() {
    running.countDown();
    while (!released) {
      Thread.onSpinWait();
    }
    reachedItsEnd = true;
    return Unit.UNIT;
  }

  void awaitRunning() throws InterruptedException {
    ContractCase.await(running);
  }

  void release() {
    released = true;
  }

  boolean reachedItsEnd() {
    return reachedItsEnd;
  }

  /** Lets it end whatever became of the test: a model cannot be closed while it spins. */
  @Override
  public void close() {
    release();
  }
}
