package dev.heddle.model;

import dev.heddle.task.Leftovers;
import dev.heddle.task.ThreadCancellation;
import org.jspecify.annotations.Nullable;

/** The body of a run, on its caller's thread. Only an interrupt of that thread can cancel it. */
final class RunBody implements Body {

  private final ThreadCancellation cancellation = new ThreadCancellation();
  private final Leftovers leftovers = new Leftovers();
  private @Nullable Kept kept;

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
    leftovers.cancelAndAwaitAll();
    if (kept != null) {
      kept.close();
    }
  }
}
