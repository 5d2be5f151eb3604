package dev.heddle.idiom;

import dev.heddle.http.AsyncClient;
import dev.heddle.plan.Request;
import dev.heddle.plan.Unit;
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
  public LoopJob fail(Exception failure) {
    return loop -> loop.newFailedFuture(failure);
  }
}
