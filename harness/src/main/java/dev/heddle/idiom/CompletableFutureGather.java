package dev.heddle.idiom;

import dev.heddle.http.AsyncClient;
import dev.heddle.plan.Request;
import dev.heddle.plan.Response;
import dev.heddle.plan.Unit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** {@code supplyAsync} for each child, {@code allOf} over them. */
final class CompletableFutureGather implements GatherIdiom {

  private final AsyncClient client;
  private final ExecutorService executor =
      Executors.newFixedThreadPool(
          Runtime.getRuntime().availableProcessors(), Thread.ofPlatform().daemon().factory());

  CompletableFutureGather(AsyncClient client) {
    this.client = client;
  }

  @Override
  public List<Unit> noOps(int n) {
    List<CompletableFuture<Unit>> futures = new ArrayList<>(n);
    for (int i = 0; i < n; i++) {
      futures.add(CompletableFuture.supplyAsync(() -> Unit.UNIT, executor));
    }
    return gather(futures);
  }

  @Override
  public List<Unit> sleeps(int n, Duration duration) {
    List<CompletableFuture<Unit>> futures = new ArrayList<>(n);
    for (int i = 0; i < n; i++) {
      futures.add(
          new CompletableFuture<Unit>()
              .completeOnTimeout(Unit.UNIT, duration.toNanos(), TimeUnit.NANOSECONDS));
    }
    return gather(futures);
  }

  @Override
  public List<Response> fetches(List<Request> requests) {
    List<CompletableFuture<Response>> futures = new ArrayList<>(requests.size());
    for (Request request : requests) {
      futures.add(send(request));
    }
    return gather(futures);
  }

  private CompletableFuture<Response> send(Request request) {
    CompletableFuture<Response> future = new CompletableFuture<>();
    client.send(
        request,
        new AsyncClient.Listener() {
          @Override
          public void succeeded(Response response) {
            future.complete(response);
          }

          @Override
          public void failed(Throwable cause) {
            future.completeExceptionally(cause);
          }
        });
    return future;
  }

  private static <T> List<T> gather(List<CompletableFuture<T>> futures) {
    CompletableFuture.allOf(futures.toArray(CompletableFuture<?>[]::new)).join();
    List<T> values = new ArrayList<>(futures.size());
    for (CompletableFuture<T> future : futures) {
      values.add(future.join());
    }
    return values;
  }

  @Override
  public List<String> gaps() {
    return List.of(
        "cancels nobody, whatever is cancelled",
        "waits for every child before it reports a failure",
        "reports the leftmost failure, not the first in time",
        "wraps the failure in a CompletionException");
  }

  @Override
  public void close() {
    executor.close();
    client.close();
  }
}
