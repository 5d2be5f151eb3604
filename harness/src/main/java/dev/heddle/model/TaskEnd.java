package dev.heddle.model;

import dev.heddle.task.Task;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * A thread that waits for the end of a task. It is woken in its turn among the task's listeners,
 * and not as soon as the task has ended: who listened before it may have it cancelled.
 */
final class TaskEnd<R> implements Consumer<Task<R>> {

  private final Thread waiter = Thread.currentThread();
  private volatile boolean told;

  /** What the task ended with is looked at even if a cancellation then comes before it. */
  @Override
  public void accept(Task<R> ended) {
    var unused = ended.outcome();
    told = true;
    LockSupport.unpark(waiter);
  }

  boolean isTold() {
    return told;
  }
}
