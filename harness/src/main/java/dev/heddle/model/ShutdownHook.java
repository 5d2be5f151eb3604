package dev.heddle.model;

import dev.heddle.task.Leftovers;
import java.time.Duration;

/**
 * On SIGINT, SIGTERM or an exit of the JVM, cancels what a model has under way and waits for its
 * clean-up, within a bound: a clean-up that never ends must not keep the process alive.
 */
final class ShutdownHook implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Thread hook;

  ShutdownHook(Leftovers leftovers) {
    this.hook = new Thread(() -> end(leftovers), "heddle-shutdown");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private static void end(Leftovers leftovers) {
    Thread worker =
        Thread.ofPlatform().daemon().name("heddle-clean-up").start(leftovers::cancelAndAwaitAll);
    try {
      if (!worker.join(PATIENCE)) {
        System.err.printf(
            "What was under way did not end within %d s; leaving it%n", PATIENCE.toSeconds());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The JVM is stopping already, and the hook finds nothing left to do.
    }
  }
}
