package dev.heddle.model;

import dev.heddle.task.FailureHandler;
import dev.heddle.task.Leftovers;
import dev.heddle.task.NonBlocking;
import dev.heddle.task.Task;
import java.util.HashSet;
import java.util.Set;

/** What every model is between its opening and its closing. */
final class ModelLife {

  private final Leftovers leftovers;
  private final ShutdownHook hook;
  private volatile boolean closed;

  ModelLife(FailureHandler failures) {
    this.leftovers = new Leftovers(failures);
    this.hook = new ShutdownHook(leftovers);
  }

  /** Who looks after what the model has started. */
  Leftovers leftovers() {
    return leftovers;
  }

  boolean isClosed() {
    return closed;
  }

  /**
   * Refuses work on a model that has been closed.
   *
   * @throws IllegalStateException if it has
   */
  void refuseIfClosed() {
    if (closed) {
      throw refusal();
    }
  }

  static IllegalStateException refusal() {
    return new IllegalStateException(
        "The execution model is closed; open another one to run plans");
  }

  Set<Task<?>> tasks() {
    Set<Task<?>> tasks = new HashSet<>();
    leftovers.tasks(tasks::add);
    return Set.copyOf(tasks);
  }

  /** Cancels and awaits everything, then ends what the model runs on, in the order given. */
  void close(Runnable... ends) {
    NonBlocking.refuse("Closing a model");
    closed = true;
    leftovers.cancelAndAwaitAll();
    for (Runnable end : ends) {
      end.run();
    }
    hook.close();
  }
}
