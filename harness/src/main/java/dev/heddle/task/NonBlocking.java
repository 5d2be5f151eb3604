package dev.heddle.task;

/** Marks the threads of event-driven models: whatever would block one of them throws instead. */
public interface NonBlocking {

  /**
   * Refuses to block the calling thread where it must not be blocked.
   *
   * @param what what would block, for the message
   * @throws IllegalStateException on a thread that is marked
   */
  static void refuse(String what) {
    if (Thread.currentThread() instanceof NonBlocking) {
      throw new IllegalStateException(
          "%s would block '%s', a thread that many tasks share; use a node of the plan instead"
              .formatted(what, Thread.currentThread().getName()));
    }
  }
}
