package dev.heddle.model;

import dev.heddle.task.Outcome;
import dev.heddle.task.Task;
import dev.heddle.task.TaskGroupException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collects how the children of one pattern end: how many still run, the one that decides, and the
 * results in argument order. Children report from any thread.
 */
final class FanIn {

  /** Which child decides, and what becomes of the others. */
  enum Rule {
    /** The first that does not succeed; the others run on. */
    GATHER,
    /** None: the outcomes of all are asked for. */
    OUTCOMES,
    /** The first that fails; the others are cancelled, and all failures are reported. */
    GROUP,
    /** The first that succeeds; the others are cancelled. */
    RACE
  }

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

  /** The values, or what else children ended with. Published by the count of those that run. */
  private final Object[] results;

  private final Rule rule;
  private final Runnable wake;
  private volatile int running;
  private volatile @Nullable Outcome<?> first;
  private volatile @Nullable Runnable whenEmpty;
  private volatile boolean anyKeepsItsThread;
  private boolean cancelling;

  /** In the order in which they happened, where the rule asks for all of them. */
  private @Nullable List<Throwable> errors;

  private volatile @Nullable Outcome<?> cancelled;

  /**
   * No child has ended yet.
   *
   * @param wake called when a child has decided, and when the last one has ended
   */
  FanIn(int children, Rule rule, Runnable wake) {
    this.results = new Object[children];
    this.running = children;
    this.rule = rule;
    this.wake = wake;
  }

  /** A child that only awaits a task stands for it, and is cancelled by cancelling that. */
  void cancelInstead(int child, Task<?> task) {
    task.cancel();
    task.whenDone(done -> ended(child, done.outcome()));
  }

  private void ended(int child, Outcome<?> outcome) {
    if (outcome instanceof Outcome.Success<?>(Object value)) {
      succeeded(child, value);
    } else {
      failed(child, outcome);
    }
  }

  void succeeded(int child, Object value) {
    results[child] = rule == Rule.OUTCOMES ? new Outcome.Success<>(value) : value;
    if (rule == Rule.RACE) {
      decide(new Outcome.Success<>(value));
    }
    ended();
  }

  void failed(int child, Outcome<?> outcome) {
    results[child] = outcome;
    switch (rule) {
      case GATHER -> decide(outcome);
      case OUTCOMES -> {}
      case GROUP, RACE -> collect(outcome);
    }
    ended();
  }

  private void collect(Outcome<?> outcome) {
    if (outcome instanceof Outcome.Failure<?>(Throwable cause)) {
      addError(cause);
      if (rule == Rule.GROUP) {
        decide(outcome);
      }
    } else {
      cancelled = outcome;
    }
  }

  private void decide(Outcome<?> outcome) {
    if (FIRST.compareAndSet(this, null, outcome)) {
      wake.run();
    }
  }

  private synchronized void addError(Throwable cause) {
    if (errors == null) {
      errors = new ArrayList<>();
    }
    errors.add(cause);
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

  /** Whether the pattern may go on, be it that children still run. */
  boolean isDecided() {
    return running == 0 || (rule == Rule.GATHER && first != null);
  }

  /** Whether a child has decided that the others are to be cancelled, be it that they have been. */
  boolean isAborted() {
    return first != null && rule != Rule.GATHER;
  }

  /** True once: a second cancellation would disturb the clean-up after the first. */
  synchronized boolean beginCancelling() {
    boolean begins = !cancelling;
    cancelling = true;
    return begins;
  }

  /** Whether a further cancellation of the whole goes to the children as well, as in asyncio. */
  boolean passesCancellationsOn() {
    return rule == Rule.GATHER || rule == Rule.OUTCOMES;
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
  <R> Outcome<R> outcome() {
    return (Outcome<R>)
        switch (rule) {
          case GATHER -> firstOr(all());
          case OUTCOMES -> all();
          case GROUP -> errorsOr("Unhandled errors in a group", cancelledOr(all()));
          case RACE -> firstOr(errorsOr("No contender of a race succeeded", cancelledOr(all())));
        };
  }

  private Outcome<?> all() {
    return new Outcome.Success<>(Collections.unmodifiableList(Arrays.asList(results)));
  }

  private Outcome<?> firstOr(Outcome<?> otherwise) {
    Outcome<?> decided = first;
    return decided != null ? decided : otherwise;
  }

  private synchronized Outcome<?> errorsOr(String message, Outcome<?> otherwise) {
    return errors == null
        ? otherwise
        : new Outcome.Failure<>(new TaskGroupException(message, errors));
  }

  private Outcome<?> cancelledOr(Outcome<?> otherwise) {
    Outcome<?> missing = cancelled;
    return missing != null ? missing : otherwise;
  }

  /** Whether what happened comes before a cancellation of the whole, once all have ended. */
  boolean outweighsCancellation() {
    return switch (rule) {
      case GATHER -> first instanceof Outcome.Failure<?>;
      case GROUP -> isAborted();
      case OUTCOMES, RACE -> false;
    };
  }

  /** Whether a cancellation that was outweighed is still owed to whoever waits. */
  boolean cancellationStaysPending() {
    return rule == Rule.GROUP && outweighsCancellation();
  }
}
