package dev.heddle.task;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What somebody started and nobody waits for, so that whoever closes can cancel it and wait for its
 * end, and so that failures nobody looks at are reported.
 */
public final class Leftovers {

  /** Work that may outlive whoever started it. */
  public interface Leftover {

    /** Requests its cancellation. */
    void requestCancel();

    /** Blocks until it has ended, however it ends. */
    void awaitEnd() throws InterruptedException;

    /** Tells the unfinished tasks that it is or holds. */
    default void tasks(Consumer<? super Task<?>> each) {}
  }

  private final FailureHandler failures;
  private volatile @Nullable Set<Leftover> unfinished;
  private volatile @Nullable Unretrieved unretrieved;
  private @Nullable Set<Leftover> asked;

  /** Nothing has been started yet. */
  public Leftovers(FailureHandler failures) {
    this.failures = failures;
  }

  /** Leftovers of their own whose failures are reported to the same handler. */
  public Leftovers ofAnother() {
    return new Leftovers(failures);
  }

  /** Keeps work in sight until it is removed. */
  public void add(Leftover leftover) {
    set().add(leftover);
  }

  /** Lets go of work that has ended. */
  public void remove(Leftover leftover) {
    Set<Leftover> all = unfinished;
    if (all != null) {
      all.remove(leftover);
    }
  }

  /**
   * Ends a task and lets go of it. A failure is kept in mind first, so that whoever has awaited all
   * ends misses none.
   */
  public <R> void complete(TaskCell<R> task, Outcome<R> outcome) {
    if (outcome instanceof Outcome.Failure<R>) {
      failed().add(task);
    }
    task.complete(outcome);
    remove(task);
  }

  /** Tells the unfinished tasks. */
  public void tasks(Consumer<? super Task<?>> each) {
    Set<Leftover> all = unfinished;
    if (all != null) {
      all.forEach(leftover -> leftover.tasks(each));
    }
  }

  /**
   * Cancels all that is unfinished, then waits for all of it, and again for what was started
   * meanwhile; then reports failures that nobody looked at. An interrupt does not cut this short;
   * it is set again at the end.
   */
  public void cancelAndAwaitAll() {
    Set<Leftover> all = unfinished;
    if (all != null && !all.isEmpty() && cancelAndAwait(all)) {
      Thread.currentThread().interrupt();
    }
    Unretrieved failed = unretrieved;
    if (failed != null) {
      failed.reportAll();
    }
  }

  /**
   * Asks each once, whoever else closes at the same time: a second request would cut clean-up
   * short.
   */
  private boolean cancelAndAwait(Set<Leftover> all) {
    Set<Leftover> asked = asked();
    boolean interrupted = false;
    while (!all.isEmpty()) {
      Set<Leftover> round = Set.copyOf(all);
      round.stream().filter(asked::add).forEach(Leftover::requestCancel);
      for (Leftover leftover : round) {
        interrupted |= awaitOne(leftover);
        all.remove(leftover);
      }
    }
    return interrupted;
  }

  private static boolean awaitOne(Leftover leftover) {
    boolean interrupted = false;
    while (true) {
      try {
        leftover.awaitEnd();
        return interrupted;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
  }

  private synchronized Set<Leftover> asked() {
    Set<Leftover> seen = asked;
    if (seen == null) {
      seen = ConcurrentHashMap.newKeySet();
      asked = seen;
    }
    return seen;
  }

  private synchronized Unretrieved failed() {
    Unretrieved seen = unretrieved;
    if (seen == null) {
      seen = new Unretrieved(failures);
      unretrieved = seen;
    }
    return seen;
  }

  /** Most runs leave nothing behind and never pay for a set. */
  private Set<Leftover> set() {
    Set<Leftover> seen = unfinished;
    if (seen == null) {
      synchronized (this) {
        seen = unfinished;
        if (seen == null) {
          seen = ConcurrentHashMap.newKeySet();
          unfinished = seen;
        }
      }
    }
    return seen;
  }
}
