package dev.heddle.idiom;

import dev.heddle.http.BlockingClient;
import dev.heddle.plan.Compute;
import dev.heddle.plan.Request;
import dev.heddle.plan.Unit;
import dev.heddle.task.CancelHook;
import dev.heddle.task.Outcome;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;

/** Calls that block their thread and end on an interrupt. */
record BlockingJobs(BlockingClient client) implements Jobs<Callable<Object>> {

  @Override
  public Callable<Object> noOp() {
    return () -> Unit.UNIT;
  }

  @Override
  public Callable<Object> sleep(Duration duration) {
    return () -> {
      Thread.sleep(duration);
      return Unit.UNIT;
    };
  }

  @Override
  public Callable<Object> fetch(Request request) {
    return () -> client.exchange(request, CancelHook.none());
  }

  @Override
  public Callable<Object> compute(Compute compute) {
    return () -> {
      compute.burn();
      return Unit.UNIT;
    };
  }

  @Override
  public Callable<Object> then(Callable<Object> job, Step step) {
    return () -> step.apply(job.call());
  }

  @Override
  public Callable<Object> fail(Exception failure) {
    return () -> {
      throw failure;
    };
  }

  /** Runs a call while holding one of the permits. */
  static Object holding(Semaphore permits, Callable<Object> call) throws Exception {
    permits.acquire();
    try {
      return call.call();
    } finally {
      permits.release();
    }
  }

  /** Runs a call and tells how it ended. */
  static Outcome<Object> outcome(Callable<Object> call) {
    try {
      return new Outcome.Success<>(call.call());
    } catch (Throwable thrown) {
      return Outcome.of(thrown);
    }
  }
}
