package dev.heddle.http;

import dev.heddle.task.CancelHook;
import org.jspecify.annotations.Nullable;

/** Cancels what a thread does: through the action if one is set, by interrupt otherwise. */
final class ThreadHook implements CancelHook {

  private @Nullable Runnable action;
  private boolean delivered;

  @Override
  public synchronized void onCancel(Runnable given) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("cancelled before the work began");
    }
    action = given;
  }

  @Override
  public synchronized boolean clear() {
    action = null;
    return !delivered;
  }

  synchronized void cancel(Thread thread) {
    if (action == null) {
      thread.interrupt();
    } else {
      delivered = true;
      action.run();
      action = null;
    }
  }
}
