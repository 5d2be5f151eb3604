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
import org.jspecify.annotations.Nullable;

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
    return values(start(jobs));
  }

  @Override
  public List<Outcome<Object>> outcomes(List<FutureJob> jobs) {
    List<CompletableFuture<Outcome<Object>>> outcomes = new ArrayList<>(jobs.size());
    for (FutureJob job : jobs) {
      outcomes.add(job.start().handle(CompletableFutureByHand::outcome));
    }
    return values(outcomes);
  }

  @Override
  public Outcome<Object> firstCompleted(List<FutureJob> jobs) {
    return CompletableFuture.anyOf(start(jobs).toArray(CompletableFuture<?>[]::new))
        .handle(CompletableFutureByHand::outcome)
        .join();
  }

  @Override
  public void asCompleted(List<FutureJob> jobs, Consumer<Outcome<Object>> consumer)
      throws InterruptedException {
    BlockingQueue<Outcome<Object>> ended = new LinkedBlockingQueue<>();
    for (FutureJob job : jobs) {
      var _ = job.start().handle(CompletableFutureByHand::outcome).thenAccept(ended::add);
    }
    for (int i = 0; i < jobs.size(); i++) {
      consumer.accept(ended.take());
    }
  }

  @Override
  public List<Object> group(List<FutureJob> jobs) {
    List<CompletableFuture<Object>> futures = start(jobs);
    CompletableFuture<Object> failure = new CompletableFuture<>();
    List<CompletableFuture<Object>> watched = new ArrayList<>(futures.size());
    for (CompletableFuture<Object> future : futures) {
      watched.add(
          future.whenComplete(
              (value, thrown) -> {
                if (thrown != null && failure.completeExceptionally(thrown)) {
                  cancel(futures);
                }
              }));
    }
    try {
      return values(watched);
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
    return values(futures);
  }

  @Override
  public Object race(List<FutureJob> jobs) {
    List<CompletableFuture<Object>> futures = start(jobs);
    CompletableFuture<Object> winner = new CompletableFuture<>();
    List<CompletableFuture<Void>> attempts = new ArrayList<>(futures.size());
    for (CompletableFuture<Object> future : futures) {
      attempts.add(future.thenAccept(winner::complete));
    }
    var _ =
        allOf(attempts)
            .whenComplete(
                (none, thrown) -> {
                  if (thrown != null) {
                    winner.completeExceptionally(thrown); // Without effect if somebody has won.
                  }
                });
    try {
      return winner.join();
    } finally {
      cancel(futures);
    }
  }

  private static List<CompletableFuture<Object>> start(List<FutureJob> jobs) {
    List<CompletableFuture<Object>> futures = new ArrayList<>(jobs.size());
    for (FutureJob job : jobs) {
      futures.add(job.start());
    }
    return futures;
  }

  private static <T> List<T> values(List<CompletableFuture<T>> futures) {
    allOf(futures).join();
    List<T> values = new ArrayList<>(futures.size());
    for (CompletableFuture<T> future : futures) {
      values.add(future.join());
    }
    return values;
  }

  private static <T> CompletableFuture<Void> allOf(List<CompletableFuture<T>> futures) {
    return CompletableFuture.allOf(futures.toArray(CompletableFuture<?>[]::new));
  }

  private static void cancel(List<CompletableFuture<Object>> futures) {
    for (CompletableFuture<Object> future : futures) {
      future.cancel(true);
    }
  }

  private static Outcome<Object> outcome(Object value, @Nullable Throwable thrown) {
    return switch (thrown) {
      case null -> new Outcome.Success<>(value);
      case CompletionException wrapper when wrapper.getCause() != null ->
          Outcome.of(wrapper.getCause());
      default -> Outcome.of(thrown);
    };
  }

  @Override
  public void close() {
    executor.shutdownNow();
    client.close();
    executor.close();
  }
}
