package dev.heddle.model;

import dev.heddle.http.AsyncClient;
import dev.heddle.plan.*;
import dev.heddle.task.Leftovers;
import dev.heddle.task.NonBlocking;
import dev.heddle.task.Outcome;
import dev.heddle.task.Task;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Bodies are listeners on the promises of one event loop: a task, its children and its exchanges
 * stay on the loop it was started on, and nothing blocks it. Tasks go to the loops in turn.
 */
final class NettyEventLoop implements ExecutionModel {

  private final EventLoopGroup group;
  private final AsyncClient client;
  private final Offload offload = new Offload();
  private final Leftovers leftovers = new Leftovers();
  private volatile boolean closed;

  /**
   * A model on {@code group}, which it shuts down.
   *
   * @param client best one that carries exchanges on the same loops
   */
  NettyEventLoop(EventLoopGroup group, AsyncClient client) {
    this.group = group;
    this.client = client;
  }

  @Override
  public <R> Task<R> start(Plan<R> plan) {
    return start(new Start<>(plan), leftovers, group.next());
  }

  @Override
  public <R> Task<R> start(Plan<R> plan, String name) {
    return start(new Start<>(plan, name), leftovers, group.next());
  }

  @Override
  public <R> R run(Plan<R> plan) throws Exception {
    Closed.refuse(closed);
    NonBlocking.refuse("Running a plan");
    EventLoop loop = group.next();
    return new StepTask<>(plan, on(loop), Optional.empty(), new Leftovers(), loop)
        .run(loop, () -> closed, leftovers);
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
    client.close();
    offload.close();
    group.shutdownGracefully(0, 5, TimeUnit.SECONDS).awaitUninterruptibly();
  }

  private StepWork on(EventLoop loop) {
    return new StepWork() {
      @Override
      public <R> void begin(Plan<R> plan, StepBody body, Consumer<Outcome<R>> end) {
        evaluate(plan, body, loop)
            .addListener(
                (Future<R> ended) ->
                    end.accept(
                        ended.isSuccess()
                            ? new Outcome.Success<>(ended.getNow())
                            : Outcome.of(ended.cause())));
      }
    };
  }

  @SuppressWarnings(
      "unchecked") // A switch over Plan<R> cannot tell the compiler what R is in each case.
  private <R> Future<R> evaluate(Plan<R> plan, StepBody body, EventLoop loop) {
    return (Future<R>)
        switch (plan) {
          case NoOp noOp -> loop.newSucceededFuture(Unit.UNIT);
          case Value<R>(R value) -> loop.newSucceededFuture(value);
          case Fail<R>(Throwable cause) -> loop.newFailedFuture(cause);
          case Sleep sleep -> sleep(sleep, body, loop);
          case Compute compute -> compute(compute, loop);
          case Fetch fetch -> fetch(fetch, body, loop);
          case Call<R> call -> call(call.body(), loop);
          case Blocking<R> blocking -> blocking(blocking, body, loop);
          case Then<?, R> then -> then(then, body, loop);
          case Recover<R> recover -> recover(recover, body, loop);
          case Start<?> start -> call(() -> start(start, body.leftovers(), loop), loop);
          case Await<R> await -> await(await, body, loop);
          case Cancel cancel -> loop.newSucceededFuture(cancel.task().cancel());
          case Gather<?> gather -> gather(gather, body, loop);
          case Outcomes<?> outcomes -> outcomes(outcomes, body, loop);
          default -> throw new UnsupportedOperationException(plan.toString());
        };
  }

  private Future<Unit> sleep(Sleep sleep, StepBody body, EventLoop loop) {
    Promise<Unit> woken = loop.newPromise();
    ScheduledFuture<?> timer =
        loop.schedule(() -> wake(woken), sleep.nanos(), TimeUnit.NANOSECONDS);
    return suspend(
        woken,
        () -> {
          if (timer.cancel(false)) {
            woken.cancel(false);
          }
          return false;
        },
        body,
        loop);
  }

  private static void wake(Promise<Unit> sleeper) {
    sleeper.setSuccess(Unit.UNIT);
  }

  private Future<Unit> compute(Compute compute, EventLoop loop) {
    CpuBurn.consume(compute.tokens());
    return loop.newSucceededFuture(Unit.UNIT);
  }

  private Future<Response> fetch(Fetch fetch, StepBody body, EventLoop loop) {
    Promise<Response> response = loop.newPromise();
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
    return suspend(
        response,
        () -> {
          exchange.cancel();
          return false;
        },
        body,
        loop);
  }

  private <R> Future<R> call(Callable<? extends R> body, EventLoop loop) {
    try {
      return loop.newSucceededFuture(body.call());
    } catch (Throwable thrown) {
      return loop.newFailedFuture(thrown);
    }
  }

  private <R> Future<R> blocking(Blocking<R> blocking, StepBody body, EventLoop loop) {
    Promise<R> result = loop.newPromise();
    BooleanSupplier cancel = offload.<R>start(blocking.body(), outcome -> settle(result, outcome));
    return suspend(result, cancel, body, loop);
  }

  private <T, R> Future<R> then(Then<T, R> then, StepBody body, EventLoop loop) {
    Promise<R> whole = loop.newPromise();
    evaluate(then.first(), body, loop)
        .addListener(
            (Future<T> first) -> {
              if (first.isSuccess()) {
                goOn(() -> then.next().apply(first.getNow()), body, loop, whole);
              } else {
                whole.setFailure(first.cause());
              }
            });
    return whole;
  }

  private <R> Future<R> recover(Recover<R> recover, StepBody body, EventLoop loop) {
    Promise<R> whole = loop.newPromise();
    evaluate(recover.attempt(), body, loop)
        .addListener(
            (Future<R> attempt) -> {
              if (attempt.isSuccess()) {
                whole.setSuccess(attempt.getNow());
              } else if (Outcome.isCancellation(attempt.cause())) {
                whole.setFailure(attempt.cause());
              } else {
                goOn(() -> recover.handler().apply(attempt.cause()), body, loop, whole);
              }
            });
    return whole;
  }

  private <R> Task<R> start(Start<R> start, Leftovers owner, EventLoop loop) {
    Closed.refuse(closed);
    return new StepTask<>(start.body(), on(loop), start.name(), owner, loop)
        .start(loop, () -> closed);
  }

  private <R> Future<R> await(Await<R> await, StepBody body, EventLoop loop) {
    Task<R> task = await.task();
    if (body.isOf(task)) {
      return loop.newFailedFuture(
          new IllegalStateException("Task '%s' awaits itself".formatted(task.name())));
    }
    Promise<R> result = loop.newPromise();
    task.whenDone(ended -> settle(result, ended.outcome()));
    return suspend(result, task::cancel, body, loop);
  }

  private <T> Future<List<T>> gather(Gather<T> gather, StepBody body, EventLoop loop) {
    return fanOut(gather.children(), true, body, loop);
  }

  private <T> Future<List<Outcome<T>>> outcomes(
      Outcomes<T> outcomes, StepBody body, EventLoop loop) {
    return fanOut(outcomes.children(), false, body, loop);
  }

  private <T> Future<List<T>> fanOut(
      List<? extends Plan<?>> plans, boolean failFast, StepBody body, EventLoop loop) {
    Promise<List<T>> all = loop.newPromise();
    new StepChildren<T>(plans, failFast, on(loop), body, loop, outcome -> settle(all, outcome))
        .startAll(loop);
    return all;
  }

  private <R> void goOn(
      Callable<? extends Plan<R>> next, StepBody body, EventLoop loop, Promise<R> whole) {
    Future<R> rest;
    try {
      rest = evaluate(next.call(), body, loop);
    } catch (Throwable thrown) {
      whole.setFailure(thrown);
      return;
    }
    rest.addListener((Future<R> ended) -> copy(ended, whole));
  }

  /**
   * Goes on in a step of the loop when {@code source} has ended, or been ended by a cancellation.
   */
  private static <R> Future<R> suspend(
      Future<R> source, BooleanSupplier passOn, StepBody body, EventLoop loop) {
    Promise<R> step = loop.newPromise();
    Suspension suspension =
        Suspension.begin(
            body.cancellation(),
            passOn,
            cancelled -> {
              if (cancelled) {
                step.setFailure(new CancellationException("cancelled while waiting"));
              } else {
                copy(source, step);
              }
            });
    source.addListener(ended -> suspension.ended());
    return step;
  }

  private static <R> void copy(Future<R> ended, Promise<R> to) {
    if (ended.isSuccess()) {
      to.setSuccess(ended.getNow());
    } else {
      to.setFailure(ended.cause());
    }
  }

  private static <R> void settle(Promise<R> promise, Outcome<R> outcome) {
    switch (outcome) {
      case Outcome.Success<R>(R value) -> promise.setSuccess(value);
      case Outcome.Failure<R>(Throwable cause) -> promise.setFailure(cause);
      case Outcome.Cancelled<R>(CancellationException cause) -> promise.setFailure(cause);
    }
  }
}
