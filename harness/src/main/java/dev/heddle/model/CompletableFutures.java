package dev.heddle.model;

import dev.heddle.http.AsyncClient;
import dev.heddle.plan.*;
import dev.heddle.task.Leftovers;
import dev.heddle.task.NonBlocking;
import dev.heddle.task.Outcome;
import dev.heddle.task.Task;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Bodies are chains of {@link CompletableFuture} stages on a small pool; exchanges and sleeps hold
 * no thread. A future cancels nothing upstream, so a {@code Suspension} stands beside each wait and
 * passes a cancellation on.
 */
final class CompletableFutures implements ExecutionModel, StepWork {

  private final ExecutorService pool;
  private final AsyncClient client;
  private final Offload offload = new Offload();
  private final Leftovers leftovers = new Leftovers();
  private volatile boolean closed;

  CompletableFutures(int parallelism, AsyncClient client) {
    this.pool = StepThreads.pool(parallelism);
    this.client = client;
  }

  @Override
  public <R> Task<R> start(Plan<R> plan) {
    return start(new Start<>(plan), leftovers);
  }

  @Override
  public <R> Task<R> start(Plan<R> plan, String name) {
    return start(new Start<>(plan, name), leftovers);
  }

  @Override
  public <R> R run(Plan<R> plan) throws Exception {
    Closed.refuse(closed);
    NonBlocking.refuse("Running a plan");
    return new StepTask<>(plan, this, Optional.empty(), new Leftovers(), pool)
        .run(pool, () -> closed, leftovers);
  }

  @Override
  public java.util.Set<Task<?>> tasks() {
    return java.util.Set.of();
  }

  @Override
  public void close() {
    NonBlocking.refuse("Closing a model");
    closed = true;
    leftovers.cancelAndAwaitAll();
    pool.close();
    offload.close();
    client.close();
  }

  @Override
  public <R> void begin(Plan<R> plan, StepBody body, Consumer<Outcome<R>> end) {
    var unused =
        evaluate(plan, body)
            .whenComplete(
                (value, thrown) ->
                    end.accept(
                        thrown == null ? new Outcome.Success<>(value) : Outcome.of(cause(thrown))));
  }

  @SuppressWarnings(
      "unchecked") // A switch over Plan<R> cannot tell the compiler what R is in each case.
  private <R> CompletableFuture<R> evaluate(Plan<R> plan, StepBody body) {
    return (CompletableFuture<R>)
        switch (plan) {
          case NoOp noOp -> CompletableFuture.completedFuture(Unit.UNIT);
          case Value<R>(R value) -> CompletableFuture.completedFuture(value);
          case Fail<R>(Throwable cause) -> failed(cause);
          case Sleep sleep -> sleep(sleep, body);
          case Compute compute -> compute(compute);
          case Fetch fetch -> fetch(fetch, body);
          case Call<R> call -> call(call.body());
          case Blocking<R> blocking -> blocking(blocking, body);
          case Then<?, R> then -> then(then, body);
          case Recover<R> recover -> recover(recover, body);
          case Start<?> start -> call(() -> start(start, body.leftovers()));
          case Await<R> await -> await(await, body);
          case Cancel cancel -> CompletableFuture.completedFuture(cancel.task().cancel());
          case Gather<?> gather -> gather(gather, body);
          case Outcomes<?> outcomes -> outcomes(outcomes, body);
          default -> throw new UnsupportedOperationException(plan.toString());
        };
  }

  private CompletableFuture<Unit> sleep(Sleep sleep, StepBody body) {
    CompletableFuture<Unit> timer =
        new CompletableFuture<Unit>()
            .completeOnTimeout(Unit.UNIT, sleep.nanos(), TimeUnit.NANOSECONDS);
    return suspend(
        timer,
        () -> {
          timer.cancel(false);
          return false;
        },
        body);
  }

  private CompletableFuture<Unit> compute(Compute compute) {
    CpuBurn.consume(compute.tokens());
    return CompletableFuture.completedFuture(Unit.UNIT);
  }

  private CompletableFuture<Response> fetch(Fetch fetch, StepBody body) {
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
    return suspend(
        response,
        () -> {
          exchange.cancel();
          return false;
        },
        body);
  }

  private <R> CompletableFuture<R> call(Callable<? extends R> body) {
    try {
      return CompletableFuture.completedFuture(body.call());
    } catch (Throwable thrown) {
      return failed(thrown);
    }
  }

  private <R> CompletableFuture<R> blocking(Blocking<R> blocking, StepBody body) {
    CompletableFuture<R> result = new CompletableFuture<>();
    BooleanSupplier cancel = offload.<R>start(blocking.body(), outcome -> settle(result, outcome));
    return suspend(result, cancel, body);
  }

  private <T, R> CompletableFuture<R> then(Then<T, R> then, StepBody body) {
    return evaluate(then.first(), body)
        .thenCompose(value -> evaluate(then.next().apply(value), body));
  }

  private <R> CompletableFuture<R> recover(Recover<R> recover, StepBody body) {
    return evaluate(recover.attempt(), body)
        .exceptionallyCompose(
            thrown -> {
              Throwable cause = cause(thrown);
              return Outcome.isCancellation(cause)
                  ? failed(cause)
                  : evaluate(recover.handler().apply(cause), body);
            });
  }

  private <R> Task<R> start(Start<R> start, Leftovers owner) {
    Closed.refuse(closed);
    return new StepTask<>(start.body(), this, start.name(), owner, pool).start(pool, () -> closed);
  }

  private <R> CompletableFuture<R> await(Await<R> await, StepBody body) {
    Task<R> task = await.task();
    if (body.isOf(task)) {
      return failed(new IllegalStateException("Task '%s' awaits itself".formatted(task.name())));
    }
    CompletableFuture<R> result = new CompletableFuture<>();
    task.whenDone(ended -> settle(result, ended.outcome()));
    return suspend(result, task::cancel, body);
  }

  private <T> CompletableFuture<List<T>> gather(Gather<T> gather, StepBody body) {
    return fanOut(gather.children(), true, body);
  }

  private <T> CompletableFuture<List<Outcome<T>>> outcomes(Outcomes<T> outcomes, StepBody body) {
    return fanOut(outcomes.children(), false, body);
  }

  private <T> CompletableFuture<List<T>> fanOut(
      List<? extends Plan<?>> plans, boolean failFast, StepBody body) {
    CompletableFuture<List<T>> all = new CompletableFuture<>();
    new StepChildren<T>(plans, failFast, this, body, pool, outcome -> settle(all, outcome))
        .startAll(pool);
    return all;
  }

  /**
   * Goes on in a step of the pool when {@code source} has ended, or been ended by a cancellation.
   */
  private <R> CompletableFuture<R> suspend(
      CompletableFuture<R> source, BooleanSupplier passOn, StepBody body) {
    CompletableFuture<R> step = new CompletableFuture<>();
    Suspension suspension =
        Suspension.begin(
            body.cancellation(),
            passOn,
            cancelled -> {
              if (cancelled) {
                step.completeExceptionally(new CancellationException("cancelled while waiting"));
              } else {
                var unused = source.whenComplete((value, thrown) -> complete(step, value, thrown));
              }
            });
    var unused = source.whenCompleteAsync((value, thrown) -> suspension.ended(), pool);
    return step;
  }

  private static <R> void complete(CompletableFuture<R> step, R value, Throwable thrown) {
    if (thrown == null) {
      step.complete(value);
    } else {
      step.completeExceptionally(thrown);
    }
  }

  private static <R> void settle(CompletableFuture<R> future, Outcome<R> outcome) {
    switch (outcome) {
      case Outcome.Success<R>(R value) -> future.complete(value);
      case Outcome.Failure<R>(Throwable cause) -> future.completeExceptionally(carried(cause));
      case Outcome.Cancelled<R>(CancellationException cause) -> future.completeExceptionally(cause);
    }
  }

  private static <R> CompletableFuture<R> failed(Throwable cause) {
    return CompletableFuture.failedFuture(carried(cause));
  }

  /**
   * A body's own CompletionException is wrapped once more, so that {@link #cause} gives it back.
   */
  private static Throwable carried(Throwable cause) {
    return cause instanceof CompletionException ? new CompletionException(cause) : cause;
  }

  private static Throwable cause(Throwable thrown) {
    Throwable cause = thrown.getCause();
    return thrown instanceof CompletionException && cause != null ? cause : thrown;
  }
}
