package dev.heddle.model;

import dev.heddle.plan.Plan;
import dev.heddle.plan.Start;
import dev.heddle.plan.TaskGroup;
import dev.heddle.task.Cancellation;
import dev.heddle.task.Leftovers;
import dev.heddle.task.Outcome;
import dev.heddle.task.Task;
import dev.heddle.task.TaskCell;
import dev.heddle.task.TaskGroupException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * An open group: which children run, what has failed, and whether it is being aborted; the
 * algorithm of asyncio's {@code TaskGroup}. Children end on any thread. Requests to cancel are made
 * without the lock, and before the child that caused them counts as ended, so that none comes too
 * late.
 */
final class GroupState implements TaskGroup {

  private final StartedTasks.Starter starter;
  private final Leftovers leftovers;
  private final Cancellation owner;
  private final Cancellation.Mark before;
  private final Runnable wake;

  private final Set<TaskCell<?>> children = new LinkedHashSet<>();
  private final List<Throwable> errors = new ArrayList<>();
  private int running;
  private boolean bodyEnded;
  private boolean aborting;
  private boolean ownerAsked;
  private boolean finished;
  private @Nullable CancellationException outside;

  /**
   * A group without children whose body has not begun.
   *
   * @param starter starts children
   * @param leftovers who sees children until they have ended
   * @param owner how the body is asked to stop when a child fails
   * @param wake called once, when the body and all children have ended
   */
  GroupState(StartedTasks.Starter starter, Leftovers leftovers, Cancellation owner, Runnable wake) {
    this.starter = starter;
    this.leftovers = leftovers;
    this.owner = owner;
    this.before = owner.mark();
    this.wake = wake;
  }

  @Override
  public <T> Task<T> start(Plan<T> child) {
    return start(new Start<>(child));
  }

  @Override
  public <T> Task<T> start(Plan<T> child, String name) {
    return start(new Start<>(child, name));
  }

  private <T> Task<T> start(Start<T> start) {
    TaskCell<T> task = startAsChild(start);
    AtomicBoolean reported = new AtomicBoolean();
    task.beforeDone(
        outcome -> report(outcome, reported),
        done -> {
          report(done.outcome(), reported);
          forget(task);
          leave();
        });
    return task;
  }

  /** A failure aborts the group before anybody can see the child as done. */
  private void report(Outcome<?> outcome, AtomicBoolean reported) {
    if (outcome instanceof Outcome.Failure<?>(Throwable cause)
        && reported.compareAndSet(false, true)) {
      failed(cause);
    }
  }

  /** A child that fails meanwhile must find this one among those to cancel, and so has to wait. */
  private synchronized <T> TaskCell<T> startAsChild(Start<T> start) {
    if (finished || aborting) {
      throw new IllegalStateException(
          finished
              ? "The group has finished; start the task in a group that is still open"
              : "The group is shutting down because of a failure or a cancellation, and takes no"
                  + " more tasks");
    }
    TaskCell<T> task = starter.start(start, leftovers);
    children.add(task);
    running++;
    return task;
  }

  private synchronized void forget(Task<?> child) {
    children.remove(child);
  }

  private void failed(Throwable cause) {
    List<Runnable> deliveries = new ArrayList<>();
    synchronized (this) {
      errors.add(cause);
      if (!aborting && !ownerAsked) {
        ownerAsked = true;
        deliveries.add(owner.announce());
      }
      deliveries.addAll(startAborting());
    }
    deliveries.forEach(Runnable::run);
  }

  /** Asks all children to stop the first time, nobody afterwards; what is returned wakes them. */
  private List<Runnable> startAborting() {
    if (aborting) {
      return List.of();
    }
    aborting = true;
    return children.stream().map(TaskCell::announceCancel).toList();
  }

  private void leave() {
    boolean last;
    synchronized (this) {
      running--;
      last = finishIfEmpty();
    }
    if (last) {
      wake.run();
    }
  }

  private boolean finishIfEmpty() {
    boolean last = bodyEnded && running == 0 && !finished;
    finished |= last;
    return last;
  }

  /** The body has ended; anything but a value aborts the group. */
  void bodyEnded(Outcome<?> outcome) {
    boolean last;
    List<Runnable> deliveries = List.of();
    synchronized (this) {
      if (!(outcome instanceof Outcome.Success<?>)) {
        deliveries = startAborting();
      }
      if (outcome instanceof Outcome.Cancelled<?>(CancellationException cause)) {
        outside = cause;
      }
    }
    deliveries.forEach(Runnable::run);
    synchronized (this) {
      bodyEnded = true;
      last = finishIfEmpty();
    }
    if (last) {
      wake.run();
    }
  }

  /** The owner was cancelled while it waited for children; without effect if they are cancelled. */
  void cancelledWhileWaiting() {
    List<Runnable> deliveries;
    synchronized (this) {
      if (!aborting) {
        outside = new CancellationException("cancelled while waiting for the group");
      }
      deliveries = startAborting();
    }
    deliveries.forEach(Runnable::run);
  }

  synchronized boolean isFinished() {
    return finished;
  }

  /**
   * What a finished group ends with. Errors come before a cancellation from outside, which then
   * stays pending.
   *
   * @param body what the body ended with
   */
  synchronized <R> Outcome<R> outcome(Outcome<R> body) {
    if (ownerAsked) {
      owner.takeBack(before);
    }
    if (body instanceof Outcome.Failure<R>(Throwable cause)) {
      errors.add(cause);
    }
    if (!errors.isEmpty()) {
      if (isStillOwed()) {
        owner.redeliver();
      }
      return new Outcome.Failure<>(
          new TaskGroupException("Unhandled errors in a task group", errors));
    }
    return outside == null ? body : new Outcome.Cancelled<>(outside);
  }

  /**
   * Whether somebody else's request was noticed in the group, which then went on with its errors.
   */
  private boolean isStillOwed() {
    return owner.requests() > before.requests() || (before.pending() && !owner.mark().pending());
  }
}
