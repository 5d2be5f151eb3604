package dev.heddle.idiom;

import dev.heddle.http.AsyncClient;
import dev.heddle.plan.Compute;
import dev.heddle.plan.Request;
import dev.heddle.plan.Unit;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Futures of what holds no thread, or one of the pool. */
record FutureJobs(Executor executor, AsyncClient client) implements Jobs<FutureJob> {

  @Override
  public FutureJob noOp() {
    return () -> CompletableFuture.supplyAsync(() -> Unit.UNIT, executor);
  }

  @Override
  public FutureJob sleep(Duration duration) {
    return () ->
        new CompletableFuture<>()
            .completeOnTimeout(Unit.UNIT, duration.toNanos(), TimeUnit.NANOSECONDS);
  }

  @Override
  public FutureJob fetch(Request request) {
    return () -> ExchangeFuture.send(request, client);
  }

  @Override
  public FutureJob compute(Compute compute) {
    return () ->
        CompletableFuture.supplyAsync(
            () -> {
              compute.burn();
              return Unit.UNIT;
            },
            executor);
  }

  @Override
  public FutureJob then(FutureJob job, Step step) {
    return () -> job.start().thenApplyAsync(value -> applied(step, value), executor);
  }

  private static Object applied(Step step, Object value) {
    try {
      return step.apply(value);
    } catch (Exception failure) {
      throw new CompletionException(failure);
    }
  }

  @Override
  public FutureJob fail(Exception failure) {
    return () -> CompletableFuture.failedFuture(failure);
  }
}
