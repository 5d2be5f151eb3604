package dev.heddle.model;

import dev.heddle.plan.Blocking;
import dev.heddle.plan.Plan;
import dev.heddle.plan.Unit;
import java.util.concurrent.CountDownLatch;

/**
 * A body that goes on until it is released, whatever is asked of it, and leaves an interrupt set.
 */
final class Stubborn {

  private final CountDownLatch running = new CountDownLatch(1);
  private final CountDownLatch release = new CountDownLatch(1);

  Plan<Unit> plan() {
    return new Blocking<>(this::run);
  }

  private Unit run() {
    running.countDown();
    boolean interrupted = false;
    while (release.getCount() > 0) {
      try {
        release.await();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return Unit.UNIT;
  }

  void awaitRunning() throws InterruptedException {
    ContractCase.await(running);
  }

  void release() {
    release.countDown();
  }
}
