package dev.heddle.model;

import dev.heddle.task.Outcome;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collects how the children of one pattern end: how many still run, the first that did not succeed,
 * and the results in argument order. Children report from any thread.
 */
final class FanIn {

  private static final VarHandle RUNNING;
  private static final VarHandle FIRST;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      RUNNING = lookup.findVarHandle(FanIn.class, "running", int.class);
      FIRST = lookup.findVarHandle(FanIn.class, "first", Outcome.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /**
   * The values, or where outcomes are asked for, the outcomes. Published by the count of those that
   * run.
   */
  private final Object[] results;

  private final boolean failFast;
  private final Runnable wake;
  private volatile int running;
  private volatile @Nullable Outcome<?> first;
  private volatile @Nullable Runnable whenEmpty;
  private volatile boolean anyKeepsItsThread;

  /**
   * No child has ended yet.
   *
   * @param failFast whether the first child that does not succeed decides, and values are
   *     collected; outcomes otherwise
   * @param wake called when the first child has not succeeded, if that decides, and when the last
   *     one has ended
   */
  FanIn(int children, boolean failFast, Runnable wake) {
    this.results = new Object[children];
    this.running = children;
    this.failFast = failFast;
    this.wake = wake;
  }

  void succeeded(int child, Object value) {
    results[child] = failFast ? value : new Outcome.Success<>(value);
    ended();
  }

  void failed(int child, Outcome<?> outcome) {
    results[child] = outcome;
    if (failFast && FIRST.compareAndSet(this, null, outcome)) {
      wake.run();
    }
    ended();
  }

  private void ended() {
    if ((int) RUNNING.getAndAdd(this, -1) == 1) {
      wake.run();
      Runnable action = whenEmpty;
      if (action != null) {
        action.run();
      }
    }
  }

  /** How many children have not ended. */
  int running() {
    return running;
  }

  /** Whether the pattern's own outcome is known, be it that children still run. */
  boolean isDecided() {
    return running == 0 || first != null;
  }

  /** Told by a child before it ends: its thread will outlive it. */
  void keepThread() {
    anyKeepsItsThread = true;
  }

  boolean anyKeepsItsThread() {
    return anyKeepsItsThread;
  }

  /** Calls {@code action} when the last child has ended, possibly twice and at once. */
  void whenEmpty(Runnable action) {
    whenEmpty = action;
    if (running == 0) {
      action.run();
    }
  }

  /** The pattern's outcome, once it is decided. */
  @SuppressWarnings("unchecked") // The slots hold what children of the right type reported.
  <T> Outcome<List<T>> outcome() {
    Outcome<?> bad = first;
    return bad != null
        ? (Outcome<List<T>>) bad
        : new Outcome.Success<>((List<T>) Collections.unmodifiableList(Arrays.asList(results)));
  }

  /** Whether a child has failed, which comes before a cancellation of the whole. */
  boolean anyFailed() {
    return first instanceof Outcome.Failure<?>;
  }
}
