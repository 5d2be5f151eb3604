package dev.heddle.idiom;

import dev.heddle.http.AsyncClient;
import dev.heddle.plan.Compute;
import dev.heddle.plan.Request;
import dev.heddle.plan.Unit;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Netty's futures of what runs on a loop. */
record LoopJobs(AsyncClient client) implements Jobs<LoopJob> {

  @Override
  public LoopJob noOp() {
    return loop -> loop.submit(() -> Unit.UNIT);
  }

  @Override
  public LoopJob sleep(Duration duration) {
    return loop -> loop.schedule(() -> Unit.UNIT, duration.toNanos(), TimeUnit.NANOSECONDS);
  }

  @Override
  public LoopJob fetch(Request request) {
    return loop -> ExchangePromise.send(request, client, loop);
  }

  @Override
  public LoopJob compute(Compute compute) {
    return loop ->
        loop.submit(
            () -> {
              compute.burn();
              return Unit.UNIT;
            });
  }

  @Override
  public LoopJob then(LoopJob job, Step step) {
    return loop -> {
      Promise<Object> whole = loop.newPromise();
      job.start(loop).addListener((Future<Object> ended) -> goOn(ended, step, whole));
      return whole;
    };
  }

  private static void goOn(Future<Object> ended, Step step, Promise<Object> whole) {
    if (!ended.isSuccess()) {
      whole.tryFailure(ended.cause());
      return;
    }
    try {
      whole.trySuccess(step.apply(ended.getNow()));
    } catch (Exception failure) {
      whole.tryFailure(failure);
    }
  }

  @Override
  public LoopJob fail(Exception failure) {
    return loop -> loop.newFailedFuture(failure);
  }
}
