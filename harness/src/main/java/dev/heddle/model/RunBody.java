package dev.heddle.model;

import dev.heddle.task.Leftovers;
import dev.heddle.task.ThreadCancellation;
import org.jspecify.annotations.Nullable;

/**
 * The body of a run, on its caller's thread. An interrupt of that thread cancels it, and so does
 * the model when it is closed meanwhile.
 */
final class RunBody implements Body, Leftovers.Leftover {

  private final ThreadCancellation cancellation = new ThreadCancellation();
  private final Leftovers leftovers = new Leftovers();
  private @Nullable Kept kept;
  private boolean ended;

  RunBody() {
    cancellation.begin();
  }

  @Override
  public ThreadCancellation cancellation() {
    return cancellation;
  }

  @Override
  public Leftovers leftovers() {
    return leftovers;
  }

  @Override
  public void keep(Runnable close) {
    kept = new Kept(close, kept);
  }

  /** Cancels and awaits what the run has left behind. */
  void close() {
    cancellation.end();
    leftovers.cancelAndAwaitAll();
    if (kept != null) {
      kept.close();
    }
    synchronized (this) {
      ended = true;
      notifyAll();
    }
  }

  @Override
  public void cancel() {
    cancellation.request();
  }

  @Override
  public synchronized void awaitEnd() throws InterruptedException {
    while (!ended) {
      wait();
    }
  }
}
