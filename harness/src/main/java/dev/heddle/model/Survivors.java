package dev.heddle.model;

import dev.heddle.task.Leftovers;
import java.util.concurrent.CountDownLatch;

/** The children that run on after their gather has failed. */
final class Survivors implements Leftovers.Leftover {

  private final CountDownLatch ended = new CountDownLatch(1);
  private final Runnable canceller;

  private Survivors(Runnable canceller) {
    this.canceller = canceller;
  }

  /** Hands the children over to {@code leftovers} until the last of them has ended. */
  static void adopt(FanIn children, Runnable canceller, Leftovers leftovers) {
    Survivors survivors = new Survivors(canceller);
    leftovers.add(survivors);
    children.whenEmpty(
        () -> {
          leftovers.remove(survivors);
          survivors.ended.countDown();
        });
  }

  @Override
  public void requestCancel() {
    canceller.run();
  }

  @Override
  public void awaitEnd() throws InterruptedException {
    ended.await();
  }
}
