package dev.heddle.task;

import java.util.List;

/** What can be asked to stop. */
@FunctionalInterface
public interface Cancellable {

  /**
   * Asks it to stop. Requests that come before the first was noticed are merged with it. May be
   * called from any thread.
   *
   * @return false if it has ended
   */
  boolean request();

  /**
   * Asks it to stop, without waking it yet: from now on it goes on with nothing else, even if what
   * it waits for comes first.
   *
   * @return wakes it; to be called soon, by the same thread
   */
  default Runnable announce() {
    return this::request;
  }

  /**
   * Asks all of them to stop before it wakes any, so that what one gives up (a permit, a
   * connection) goes to none of the others.
   */
  static void requestAll(List<? extends Cancellable> all) {
    all.stream().map(Cancellable::announce).toList().forEach(Runnable::run);
  }
}
