package dev.heddle.model;

import static dev.heddle.model.Stages.cause;
import static dev.heddle.model.Stages.failed;
import static dev.heddle.model.Stages.settled;

import dev.heddle.http.AsyncClient;
import dev.heddle.plan.*;
import dev.heddle.task.Leftovers;
import dev.heddle.task.Outcome;
import dev.heddle.task.Permits;
import dev.heddle.task.Task;
import dev.heddle.task.TaskCell;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future.State;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Bodies are chains of {@link CompletableFuture} stages whose steps run on a small pool; exchanges
 * and sleeps hold no thread. A future cancels nothing upstream, so a {@code Suspension} stands
 * beside each wait and passes a cancellation on.
 */
final class StageInterpreter implements StepWork {

  private final ExecutorService pool;
  private final StageLeaves leaf;
  private final ModelLife life;

  StageInterpreter(ExecutorService pool, AsyncClient client, Offload offload, ModelLife life) {
    this.pool = pool;
    this.leaf = new StageLeaves(pool, client, offload);
    this.life = life;
  }

  @Override
  public void execute(Runnable step) {
    pool.execute(step);
  }

  @Override
  public Runnable schedule(Runnable action, long nanos) {
    return Stages.timer(action, nanos);
  }

  @Override
  public <R> void begin(Plan<R> plan, StepBody body, Consumer<Outcome<R>> end) {
    var unused =
        evaluate(plan, body)
            .whenComplete((value, thrown) -> end.accept(Stages.outcome(value, thrown)));
  }

  private <R> CompletableFuture<R> evaluate(Plan<R> plan, StepBody body) {
    try {
      Plan<R> rest = plan;
      while (rest instanceof Then<?, R> then) {
        CompletableFuture<?> first = evaluate(then.first(), body);
        if (first.state() != State.SUCCESS) {
          return then(then, first, body);
        }
        rest = next(then, first);
      }
      return interpret(rest, body);
    } catch (Throwable thrown) {
      return failed(thrown);
    }
  }

  /** Goes on with the plan that a function makes; what it throws is the failure, as it is. */
  private <T, R> CompletableFuture<R> goOn(
      Function<? super T, ? extends Plan<R>> next, T with, StepBody body) {
    Plan<R> plan;
    try {
      plan = next.apply(with);
    } catch (Throwable thrown) {
      return failed(thrown);
    }
    return evaluate(plan, body);
  }

  @SuppressWarnings(
      "unchecked") // A switch over Plan<R> cannot tell the compiler what R is in each case.
  private <R> CompletableFuture<R> interpret(Plan<R> plan, StepBody body) {
    return (CompletableFuture<R>)
        switch (plan) {
          case NoOp noOp -> CompletableFuture.completedFuture(Unit.UNIT);
          case Value<R>(R value) -> CompletableFuture.completedFuture(value);
          case Fail<R>(Throwable cause) -> failed(cause);
          case Sleep sleep -> leaf.sleep(sleep, body);
          case Compute compute -> leaf.compute(compute);
          case Fetch fetch -> leaf.fetch(fetch, body);
          case Call<R> call -> leaf.call(call.body());
          case Blocking<R> blocking -> leaf.blocking(blocking, body);
          case Then<?, R> then -> evaluate(then, body);
          case Recover<R> recover -> recover(recover, body);
          case OnCancel<R> onCancel -> onCancel(onCancel, body);
          case CurrentTask current -> CompletableFuture.completedFuture(body.task());
          case Start<?> start -> CompletableFuture.completedFuture(start(start, body.leftovers()));
          case Await<R> await -> await(await, body);
          case Cancel cancel -> CompletableFuture.completedFuture(cancel.task().cancel());
          case Wait<?> wait -> wait(wait, body);
          case Gather<?> gather -> gather(gather, body);
          case Outcomes<?> outcomes -> outcomes(outcomes, body);
          case AsCompleted<?> asCompleted -> asCompleted(asCompleted, body);
          case Group<?> group -> group(group, body);
          case OpenGroup<R> group -> openGroup(group, body);
          case Within<R> within -> evaluate(LimitedWork.of(within), body);
          case Timeout<R> timeout -> timeout(timeout, body);
          case Bounded<R> bounded -> bounded(bounded, body);
          case Shield<R> shield -> shield(shield, body);
          case Race<R> race -> race(race, body);
        };
  }

  @SuppressWarnings("unchecked") // The future is that of the plan's own first.
  private <T, R> CompletableFuture<R> then(
      Then<T, R> then, CompletableFuture<?> first, StepBody body) {
    return ((CompletableFuture<T>) first).thenCompose(value -> goOn(then.next(), value, body));
  }

  /** The plan to go on with at once: a loop made of such plans needs no deeper stack. */
  @SuppressWarnings("unchecked") // The future is that of the plan's own first.
  private static <T, R> Plan<R> next(Then<T, R> then, CompletableFuture<?> first) {
    return then.next().apply((T) first.resultNow());
  }

  private <R> CompletableFuture<R> recover(Recover<R> recover, StepBody body) {
    return evaluate(recover.attempt(), body)
        .exceptionallyCompose(
            thrown ->
                Outcome.isCancellation(cause(thrown))
                    ? failed(cause(thrown))
                    : goOn(recover.handler(), cause(thrown), body));
  }

  private <R> CompletableFuture<R> onCancel(OnCancel<R> onCancel, StepBody body) {
    return evaluate(onCancel.attempt(), body)
        .exceptionallyCompose(
            thrown ->
                Outcome.<R>of(cause(thrown))
                        instanceof Outcome.Cancelled<R>(CancellationException cancellation)
                    ? goOn(onCancel.handler(), cancellation, body)
                    : failed(cause(thrown)));
  }

  @Override
  public <R> TaskCell<R> start(Start<R> start, Leftovers owner) {
    life.refuseIfClosed();
    return new StepTask<>(start, this, owner).start(life);
  }

  private <R> CompletableFuture<R> await(Await<R> await, StepBody body) {
    Task<R> task = body.notItself(await.task());
    if (body.awaitsNothing(task)) {
      return settled(task.outcome());
    }
    CompletableFuture<R> result = new CompletableFuture<>();
    task.whenDone(done -> Stages.settle(result, done.outcome()));
    return Stages.suspend(result, task::cancel, body, pool);
  }

  private <R> CompletableFuture<Waited<R>> wait(Wait<R> wait, StepBody body) {
    CompletableFuture<Unit> over = new CompletableFuture<>();
    WaitForTasks<R> waiting = WaitForTasks.begin(wait, () -> over.complete(Unit.UNIT), this);
    return Stages.until(over, () -> over.complete(Unit.UNIT), body, pool)
        .whenComplete((unit, cancelled) -> waiting.stopListening())
        .thenApply(unit -> waiting.found());
  }

  private <T> CompletableFuture<List<T>> gather(Gather<T> gather, StepBody body) {
    return fanOut(gather.children(), FanIn.Rule.GATHER, body);
  }

  private <T> CompletableFuture<List<Outcome<T>>> outcomes(Outcomes<T> outcomes, StepBody body) {
    return fanOut(outcomes.children(), FanIn.Rule.OUTCOMES, body);
  }

  private <T> CompletableFuture<Completions<T>> asCompleted(
      AsCompleted<T> asCompleted, StepBody body) {
    return CompletableFuture.completedFuture(
        CompletionOrder.of(asCompleted, this::start, body.leftovers(), this));
  }

  private <T> CompletableFuture<List<T>> group(Group<T> group, StepBody body) {
    return fanOut(group.children(), FanIn.Rule.GROUP, body);
  }

  private <R> CompletableFuture<R> openGroup(OpenGroup<R> group, StepBody body) {
    CompletableFuture<Unit> empty = new CompletableFuture<>();
    GroupState state =
        new GroupState(
            this::start, body.leftovers(), body.cancellation(), () -> empty.complete(Unit.UNIT));
    return evaluate(new Value<TaskGroup>(state).then(group.body()), body)
        .handle(Stages::outcome)
        .thenCompose(
            ended -> {
              state.bodyEnded(ended);
              return Stages.until(empty, state::cancelledWhileWaiting, body, pool)
                  .handle((unit, cancelled) -> state.outcome(ended));
            })
        .thenCompose(Stages::settled);
  }

  private <R> CompletableFuture<R> timeout(Timeout<R> timeout, StepBody body) {
    BlockDeadline deadline = new BlockDeadline(body.cancellation(), timeout.limit(), this);
    return evaluate(new Value<Deadline>(deadline).then(timeout.block()), body)
        .handle(Stages::outcome)
        .thenCompose(ended -> settled(deadline.end(ended)));
  }

  private <R> CompletableFuture<R> bounded(Bounded<R> bounded, StepBody body) {
    CompletableFuture<Unit> granted = new CompletableFuture<>();
    Permits permits = bounded.permits();
    Permits.Waiter turn = () -> granted.complete(Unit.UNIT);
    permits.tellWhenGranted(turn);
    return Stages.until(granted, () -> permits.giveUp(turn), body, pool)
        .thenCompose(unit -> evaluate(bounded.body(), body).handle(Stages::outcome))
        .thenCompose(
            ended -> {
              permits.release();
              return settled(ended);
            });
  }

  private <R> CompletableFuture<R> shield(Shield<R> shield, StepBody body) {
    Task<R> task = body.notItself(StartedTasks.of(shield.inner(), this::start, body.leftovers()));
    return wait(new Wait<R>(List.of(task), ReturnWhen.ALL_COMPLETED), body)
        .thenCompose(unit -> settled(task.outcome()));
  }

  private <R> CompletableFuture<R> race(Race<R> race, StepBody body) {
    return fanOut(race.contenders(), FanIn.Rule.RACE, body);
  }

  private <R> CompletableFuture<R> fanOut(
      List<? extends Plan<?>> plans, FanIn.Rule rule, StepBody body) {
    CompletableFuture<R> all = new CompletableFuture<>();
    new StepChildren<R>(
            plans,
            rule,
            this,
            body,
            outcome -> StepThreads.unwinding(pool, () -> Stages.settle(all, outcome)))
        .startAll(this);
    return all;
  }
}
