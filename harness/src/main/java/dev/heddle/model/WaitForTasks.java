package dev.heddle.model;

import dev.heddle.plan.Wait;
import dev.heddle.plan.Waited;
import dev.heddle.task.Task;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** One listener on all tasks of a {@link Wait}, which tells when it is over. */
final class WaitForTasks<R> implements Consumer<Task<? extends R>> {

  private final Wait<R> wait;
  private final Runnable wake;
  private final AtomicInteger unfinished;
  private volatile boolean over;
  private Runnable callOff = () -> {};

  private WaitForTasks(Wait<R> wait, Runnable wake) {
    this.wait = wait;
    this.wake = wake;
    this.unfinished = new AtomicInteger(wait.tasks().size());
  }

  /**
   * Listens from now on.
   *
   * @param wake called at least once when the wait is over, at once if it already is
   */
  static <R> WaitForTasks<R> begin(Wait<R> wait, Runnable wake) {
    WaitForTasks<R> waiting = new WaitForTasks<>(wait, wake);
    wait.tasks().forEach(task -> task.whenDone(waiting));
    return waiting;
  }

  /** Listens from now on, and is also over when its timeout has passed. */
  static <R> WaitForTasks<R> begin(Wait<R> wait, Runnable wake, DeadlineClock clock) {
    WaitForTasks<R> waiting = begin(wait, wake);
    waiting.callOff = clock.after(wait.timeout(), wake);
    return waiting;
  }

  @Override
  public void accept(Task<? extends R> ended) {
    boolean last = unfinished.decrementAndGet() == 0;
    boolean decides =
        switch (wait.until()) {
          case FIRST_COMPLETED -> true;
          case FIRST_EXCEPTION -> last || ended.state() == Future.State.FAILED;
          case ALL_COMPLETED -> last;
        };
    if (decides) {
      over = true;
      wake.run();
    }
  }

  boolean isOver() {
    return over;
  }

  void stopListening() {
    callOff.run();
    wait.tasks().forEach(task -> task.forget(this));
  }

  /** Which tasks have ended by now. */
  Waited<R> found() {
    Set<Task<? extends R>> done = new HashSet<>();
    Set<Task<? extends R>> pending = new HashSet<>();
    for (Task<? extends R> task : wait.tasks()) {
      (task.isDone() ? done : pending).add(task);
    }
    return new Waited<>(done, pending);
  }
}
