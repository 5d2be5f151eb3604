package dev.heddle.model;

import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The watchdog of the models that block: one thread that tells deadlines they have passed. It
 * exists from the first deadline on.
 */
final class Timers implements DeadlineClock, AutoCloseable {

  private @Nullable ScheduledThreadPoolExecutor watchdog;

  @Override
  public Runnable schedule(Runnable action, long nanos) {
    var timer = watchdog().schedule(action, nanos, TimeUnit.NANOSECONDS);
    return () -> timer.cancel(false);
  }

  private synchronized ScheduledThreadPoolExecutor watchdog() {
    ScheduledThreadPoolExecutor existing = watchdog;
    if (existing != null) {
      return existing;
    }
    ScheduledThreadPoolExecutor made =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("heddle-watchdog").factory());
    made.setRemoveOnCancelPolicy(true);
    watchdog = made;
    return made;
  }

  @Override
  public synchronized void close() {
    if (watchdog != null) {
      watchdog.shutdownNow();
      watchdog.close();
    }
  }
}
