package dev.heddle.idiom;

import dev.heddle.http.AsyncClient;
import dev.heddle.task.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A future for each child, {@code allOf} or {@code anyOf} over them. */
final class CompletableFutureByHand implements ByHand<FutureJob> {

  private final AsyncClient client;
  private final ExecutorService executor =
      Executors.newFixedThreadPool(
          Runtime.getRuntime().availableProcessors(), Thread.ofPlatform().daemon().factory());

  CompletableFutureByHand(AsyncClient client) {
    this.client = client;
  }

  @Override
  public Jobs<FutureJob> jobs() {
    return new FutureJobs(executor, client);
  }

  @Override
  public List<Object> gather(List<FutureJob> jobs) {
    return FutureChildren.start(jobs).values();
  }

  @Override
  public List<Outcome<Object>> outcomes(List<FutureJob> jobs) {
    return FutureChildren.start(jobs).each(child -> child.handle(FutureChildren::outcome)).values();
  }

  @Override
  public Outcome<Object> firstCompleted(List<FutureJob> jobs) {
    return FutureChildren.start(jobs).anyOf().handle(FutureChildren::outcome).join();
  }

  @Override
  public void asCompleted(List<FutureJob> jobs, Consumer<Outcome<Object>> consumer)
      throws InterruptedException {
    BlockingQueue<Outcome<Object>> queue = new LinkedBlockingQueue<>();
    for (FutureJob job : jobs) {
      var _ = job.start().handle(FutureChildren::outcome).thenAccept(queue::add);
    }
    for (int i = 0; i < jobs.size(); i++) {
      consumer.accept(queue.take());
    }
  }

  @Override
  public List<Object> group(List<FutureJob> jobs) {
    FutureChildren<Object> children = FutureChildren.start(jobs);
    CompletableFuture<Object> failure = new CompletableFuture<>();
    FutureChildren<Object> watched =
        children.each(
            child ->
                child.whenComplete(
                    (value, thrown) -> {
                      if (thrown != null && failure.completeExceptionally(thrown)) {
                        children.cancel();
                      }
                    }));
    try {
      return watched.values();
    } catch (CompletionException leftmost) {
      failure.join(); // Throws the first in time.
      throw leftmost;
    }
  }

  @Override
  public Object within(FutureJob job, Duration limit) {
    CompletableFuture<Object> future = job.start();
    try {
      return future.copy().orTimeout(limit.toNanos(), TimeUnit.NANOSECONDS).join();
    } finally {
      future.cancel(true);
    }
  }

  @Override
  public List<Object> bounded(List<FutureJob> jobs, int limit) throws InterruptedException {
    Semaphore permits = new Semaphore(limit);
    List<CompletableFuture<Object>> futures = new ArrayList<>(jobs.size());
    for (FutureJob job : jobs) {
      permits.acquire();
      futures.add(job.start().whenComplete((value, thrown) -> permits.release()));
    }
    return new FutureChildren<>(futures).values();
  }

  /** Over the attempts, not the children: nobody may hear that all have ended before the winner. */
  @Override
  public Object race(List<FutureJob> jobs) {
    FutureChildren<Object> children = FutureChildren.start(jobs);
    CompletableFuture<Object> winner = new CompletableFuture<>();
    FutureChildren<Void> attempts = children.each(child -> child.thenAccept(winner::complete));
    var _ =
        attempts
            .allOf()
            .whenComplete(
                (none, thrown) -> {
                  if (thrown != null) {
                    winner.completeExceptionally(thrown); // Without effect if somebody has won.
                  }
                });
    try {
      return winner.join();
    } finally {
      children.cancel();
    }
  }

  @Override
  public int exchangesInFlight() {
    return client.inFlight();
  }

  @Override
  public void close() {
    executor.shutdownNow();
    client.close();
    executor.close();
  }
}
