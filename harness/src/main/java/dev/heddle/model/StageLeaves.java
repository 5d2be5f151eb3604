package dev.heddle.model;

import dev.heddle.http.AsyncClient;
import dev.heddle.plan.Blocking;
import dev.heddle.plan.Compute;
import dev.heddle.plan.Fetch;
import dev.heddle.plan.Response;
import dev.heddle.plan.Sleep;
import dev.heddle.plan.Unit;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The leaves as stages: exchanges and sleeps hold no thread. */
final class StageLeaves {

  private final Executor steps;
  private final AsyncClient client;
  private final Offload offload;

  StageLeaves(Executor steps, AsyncClient client, Offload offload) {
    this.steps = steps;
    this.client = client;
    this.offload = offload;
  }

  CompletableFuture<Unit> sleep(Sleep sleep, StepBody body) {
    CompletableFuture<Unit> timer =
        new CompletableFuture<Unit>()
            .completeOnTimeout(Unit.UNIT, sleep.nanos(), TimeUnit.NANOSECONDS);
    return Stages.suspend(
        timer,
        () -> {
          timer.cancel(false);
          return false;
        },
        body,
        steps);
  }

  CompletableFuture<Unit> compute(Compute compute) {
    compute.burn();
    return CompletableFuture.completedFuture(Unit.UNIT);
  }

  CompletableFuture<Response> fetch(Fetch fetch, StepBody body) {
    CompletableFuture<Response> response = new CompletableFuture<>();
    AsyncClient.InFlight exchange =
        client.send(
            fetch.request(),
            new AsyncClient.Listener() {
              @Override
              public void succeeded(Response received) {
                response.complete(received);
              }

              @Override
              public void failed(Throwable cause) {
                response.completeExceptionally(cause);
              }
            });
    return Stages.suspend(
        response,
        () -> {
          exchange.cancel();
          return false;
        },
        body,
        steps);
  }

  <R> CompletableFuture<R> call(Callable<? extends R> body) {
    try {
      return CompletableFuture.completedFuture(body.call());
    } catch (Throwable thrown) {
      return Stages.failed(thrown);
    }
  }

  <R> CompletableFuture<R> blocking(Blocking<R> blocking, StepBody body) {
    CompletableFuture<R> result = new CompletableFuture<>();
    BooleanSupplier cancel =
        offload.<R>start(blocking.body(), outcome -> Stages.settle(result, outcome));
    return Stages.suspend(result, cancel, body, steps);
  }
}
