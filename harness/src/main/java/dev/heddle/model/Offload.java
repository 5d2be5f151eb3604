package dev.heddle.model;

import dev.heddle.task.Outcome;
import dev.heddle.task.ThreadCancellation;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Where models that may not block run calls that may: a cached pool of platform threads, unbounded.
 */
final class Offload implements AutoCloseable {

  private final ExecutorService pool =
      Executors.newCachedThreadPool(
          Thread.ofPlatform().daemon().name("heddle-offload-", 0).factory());

  /**
   * Calls {@code body} on a thread that may block.
   *
   * @param end told once how it ended, on that thread
   * @return requests its cancellation; false if it has ended
   */
  <R> BooleanSupplier start(Callable<? extends R> body, Consumer<Outcome<R>> end) {
    ThreadCancellation cancellation = new ThreadCancellation();
    pool.execute(() -> end.accept(cancellation.run(body)));
    return cancellation::request;
  }

  @Override
  public void close() {
    pool.close();
  }
}
