package dev.heddle.model;

import dev.heddle.http.AsyncClient;
import dev.heddle.plan.Blocking;
import dev.heddle.plan.Compute;
import dev.heddle.plan.Fetch;
import dev.heddle.plan.Response;
import dev.heddle.plan.Sleep;
import dev.heddle.plan.Unit;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The leaves as promises of one loop: exchanges and sleeps hold no thread. */
final class PromiseLeaves {

  private final Promises promises;
  private final AsyncClient client;
  private final Offload offload;

  PromiseLeaves(Promises promises, AsyncClient client, Offload offload) {
    this.promises = promises;
    this.client = client;
    this.offload = offload;
  }

  Future<Unit> sleep(Sleep sleep, StepBody body) {
    ScheduledFuture<Unit> timer =
        promises.loop().schedule(() -> Unit.UNIT, sleep.nanos(), TimeUnit.NANOSECONDS);
    return promises.suspend(
        timer,
        () -> {
          timer.cancel(false);
          return false;
        },
        body);
  }

  Future<Unit> compute(Compute compute) {
    compute.burn();
    return promises.succeeded(Unit.UNIT);
  }

  Future<Response> fetch(Fetch fetch, StepBody body) {
    Promise<Response> response = promises.loop().newPromise();
    AsyncClient.InFlight exchange =
        client.send(
            fetch.request(),
            new AsyncClient.Listener() {
              @Override
              public void succeeded(Response received) {
                response.setSuccess(received);
              }

              @Override
              public void failed(Throwable cause) {
                response.setFailure(cause);
              }
            });
    return promises.suspend(
        response,
        () -> {
          exchange.cancel();
          return false;
        },
        body);
  }

  <R> Future<R> call(Callable<? extends R> body) {
    try {
      return promises.succeeded(body.call());
    } catch (Throwable thrown) {
      return promises.failed(thrown);
    }
  }

  <R> Future<R> blocking(Blocking<R> blocking, StepBody body) {
    Promise<R> result = promises.loop().newPromise();
    BooleanSupplier cancel =
        offload.<R>start(blocking.body(), outcome -> Promises.settle(result, outcome));
    return promises.suspend(result, cancel, body);
  }
}
