package dev.heddle.model;

import dev.heddle.scope.Scope;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * A scope that lives as long as its model. Only its owner may fork, so the owner is a thread that
 * does nothing but take bodies from a queue and fork them.
 */
final class RootScope implements AutoCloseable {

  /** Bodies to fork; empty to stop. */
  private final BlockingQueue<Optional<ThreadTask<?>>> bodies = new LinkedBlockingQueue<>();

  private final Thread owner = Thread.ofVirtual().name("heddle-root-scope").start(this::forkAll);

  /** Runs {@code body} on a virtual thread of its own. */
  void fork(ThreadTask<?> body) {
    bodies.add(Optional.of(body));
  }

  private void forkAll() {
    try (Scope<Object, Boolean> scope = Scope.awaitAll()) {
      for (var body = bodies.take(); body.isPresent(); body = bodies.take()) {
        fork(body.get(), scope);
      }
      scope.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException("Nobody interrupts the owner of the root scope", e);
    }
  }

  private static void fork(ThreadTask<?> body, Scope<Object, Boolean> scope) {
    try {
      scope.fork(body);
    } catch (OutOfMemoryError noThread) {
      body.reject(noThread);
    }
  }

  /** Waits for what was forked, then ends the owner. */
  @Override
  public void close() {
    bodies.add(Optional.empty());
    boolean interrupted = false;
    while (owner.isAlive()) {
      try {
        owner.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
