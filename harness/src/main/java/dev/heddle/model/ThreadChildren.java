package dev.heddle.model;

import dev.heddle.plan.Plan;
import dev.heddle.task.Cancellable;
import dev.heddle.task.Outcome;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * The children of one pattern, each on a thread of its own, and how the thread that made them waits
 * for them. All methods are for that thread.
 */
final class ThreadChildren {

  private final ThreadChild[] children;
  private final FanIn ends;
  private final Body parent;
  private final Thread owner = Thread.currentThread();

  /** Children that have not begun. */
  ThreadChildren(
      List<? extends Plan<?>> plans, FanIn.Rule rule, Evaluator interpreter, Body parent) {
    this.parent = parent;
    this.ends = new FanIn(plans.size(), rule, this::wake);
    this.children = new ThreadChild[plans.size()];
    for (int i = 0; i < children.length; i++) {
      children[i] = new ThreadChild(plans.get(i), interpreter, i, ends, parent);
    }
  }

  /**
   * Gives each child a thread. One that gets none fails, and one that is not wanted any more, as
   * another has decided meanwhile, gets none.
   */
  void startAll(Consumer<Runnable> threads) {
    for (int i = 0; i < children.length; i++) {
      if (ends.isAborted()) {
        cancelFrom(i);
        return;
      }
      try {
        threads.accept(children[i]);
      } catch (RuntimeException | Error noThread) {
        children[i].reject(noThread);
      }
    }
  }

  /**
   * All with one exception: to make one for each, on a deep stack, would cost more than threads.
   */
  private void cancelFrom(int first) {
    var reason = new CancellationException("cancelled before it began");
    for (int i = first; i < children.length; i++) {
      children[i].cancelBeforeItBegins(reason);
    }
  }

  /**
   * Waits until the outcome is decided and leaves those that still run to the parent's leftovers.
   * If the thread is interrupted before, cancels all children and waits for every one.
   *
   * @throws InterruptedException if the thread was interrupted, unless a child's failure comes
   *     first
   */
  <R> Outcome<R> join() throws InterruptedException {
    while (!ends.isDecided()) {
      LockSupport.park(ends);
      if (!ends.isDecided() && Thread.interrupted()) {
        return cancelled();
      }
    }
    if (ends.running() > 0) {
      Survivors.adopt(ends, this::cancelAll, parent.leftovers());
    }
    return ends.outcome();
  }

  /** On the thread of a child that has decided, or that was the last. */
  private void wake() {
    if (ends.isAborted()) {
      cancelAll();
    }
    LockSupport.unpark(owner);
  }

  private <R> Outcome<R> cancelled() throws InterruptedException {
    cancelAll();
    awaitCancelled();
    if (!ends.outweighsCancellation()) {
      throw new InterruptedException("cancelled while waiting for children");
    }
    if (ends.cancellationStaysPending()) {
      parent.cancellation().redeliver();
    }
    return ends.outcome();
  }

  private void cancelAll() {
    if (ends.beginCancelling()) {
      requestAll();
    }
  }

  private void requestAll() {
    Cancellable.requestAll(Arrays.stream(children).map(ThreadChild::cancellation).toList());
  }

  /** Waits for every child. A further cancellation is for those who still clean up. */
  private void awaitCancelled() {
    while (ends.running() > 0) {
      LockSupport.park(ends);
      if (Thread.interrupted() && ends.passesCancellationsOn()) {
        requestAll();
      }
    }
  }

  /** Waits for every child. An interrupt does not cut this short; it is set again at the end. */
  void awaitAll() {
    boolean interrupted = false;
    while (ends.running() > 0) {
      LockSupport.park(ends);
      interrupted |= Thread.interrupted();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether every child has ended and none keeps its thread for something it left behind. */
  boolean areGone() {
    return ends.running() == 0 && !ends.anyKeepsItsThread();
  }
}
