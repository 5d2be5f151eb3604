package dev.heddle.task;

/**
 * Where blocking work that an interrupt cannot end (a read of a classic socket on a platform
 * thread) says how else it is ended. One request is delivered once: through the hook if one is set,
 * by {@link Thread#interrupt} otherwise.
 *
 * <p>Used by the thread that runs the body; the action runs on the thread of whoever cancels.
 */
public interface CancelHook {

  /** A hook for work that nobody can cancel other than by interrupt. */
  static CancelHook none() {
    return NoCancelHook.INSTANCE;
  }

  /**
   * Sets the action that ends the work that follows. At most one is set at a time.
   *
   * @throws InterruptedException if cancellation has been requested and not yet been delivered; it
   *     counts as delivered
   */
  void onCancel(Runnable action) throws InterruptedException;

  /**
   * Takes the action back.
   *
   * @return true if it never ran and never will; false if cancellation was delivered through it,
   *     whereupon the caller throws {@link InterruptedException} and lets nobody use again what the
   *     action closed
   */
  boolean clear();
}
