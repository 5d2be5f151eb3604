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
  private final BlockingQueue<Optional<Runnable>> bodies = new LinkedBlockingQueue<>();

  private final Thread owner = Thread.ofVirtual().name("heddle-root-scope").start(this::forkAll);

  /** Runs {@code body} on a virtual thread of its own. */
  void fork(Runnable body) {
    bodies.add(Optional.of(body));
  }

  private void forkAll() {
    try (Scope<Object, Boolean> scope = Scope.awaitAll()) {
      for (var body = bodies.take(); body.isPresent(); body = bodies.take()) {
        scope.fork(body.get());
      }
      scope.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException("Nobody interrupts the owner of the root scope", e);
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
