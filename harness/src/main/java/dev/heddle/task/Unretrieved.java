package dev.heddle.task;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/**
 * Tasks that failed before anybody looked. Somebody may still look, so each is reported only when
 * there is no more room for it, or at the end.
 */
final class Unretrieved {

  private static final int ROOM = 1_000;

  private final FailureHandler handler;
  private final Queue<TaskCell<?>> failed = new ArrayDeque<>();

  Unretrieved(FailureHandler handler) {
    this.handler = handler;
  }

  void add(TaskCell<?> task) {
    List<TaskCell<?>> oldest = new ArrayList<>();
    synchronized (this) {
      failed.add(task);
      if (failed.size() > ROOM) {
        failed.removeIf(Unretrieved::wasLookedAt);
        while (failed.size() > ROOM / 2) {
          oldest.add(failed.remove());
        }
      }
    }
    oldest.forEach(this::report);
  }

  private static boolean wasLookedAt(TaskCell<?> task) {
    return task.isDone() && task.neverRetrieved().isEmpty();
  }

  void reportAll() {
    List<TaskCell<?>> all;
    synchronized (this) {
      all = List.copyOf(failed);
      failed.clear();
    }
    all.forEach(this::report);
  }

  /** A handler that throws must not keep others from being reported. */
  private void report(TaskCell<?> task) {
    try {
      task.neverRetrieved().ifPresent(cause -> handler.neverRetrieved(task, cause));
    } catch (Throwable thrown) {
      Thread current = Thread.currentThread();
      current.getUncaughtExceptionHandler().uncaughtException(current, thrown);
    }
  }
}
