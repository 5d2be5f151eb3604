package dev.heddle.model;

import static dev.heddle.model.Promises.give;

import dev.heddle.http.AsyncClient;
import dev.heddle.plan.*;
import dev.heddle.task.Leftovers;
import dev.heddle.task.Outcome;
import dev.heddle.task.Permits;
import dev.heddle.task.Task;
import dev.heddle.task.TaskCell;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Bodies are listeners on the promises of one event loop: a task, its children and its exchanges
 * stay on the loop it was started on, and nothing blocks it.
 */
final class LoopInterpreter implements StepWork {

  private final EventLoop loop;
  private final Promises promises;
  private final PromiseLeaves leaf;
  private final ModelLife life;

  LoopInterpreter(EventLoop loop, AsyncClient client, Offload offload, ModelLife life) {
    this.loop = loop;
    this.promises = new Promises(loop);
    this.leaf = new PromiseLeaves(promises, client, offload);
    this.life = life;
  }

  @Override
  public void execute(Runnable step) {
    loop.execute(step);
  }

  @Override
  public Runnable schedule(Runnable action, long nanos) {
    var timer = loop.schedule(action, nanos, TimeUnit.NANOSECONDS);
    return () -> timer.cancel(false);
  }

  @Override
  public <R> void begin(Plan<R> plan, StepBody body, Consumer<Outcome<R>> end) {
    evaluate(plan, body).addListener((Future<R> ended) -> end.accept(Promises.outcome(ended)));
  }

  private <R> Future<R> evaluate(Plan<R> plan, StepBody body) {
    try {
      return interpret(plan, body);
    } catch (Throwable thrown) {
      return promises.failed(thrown);
    }
  }

  @SuppressWarnings(
      "unchecked") // A switch over Plan<R> cannot tell the compiler what R is in each case.
  private <R> Future<R> interpret(Plan<R> plan, StepBody body) {
    return (Future<R>)
        switch (plan) {
          case NoOp noOp -> promises.succeeded(Unit.UNIT);
          case Value<R>(R value) -> promises.succeeded(value);
          case Fail<R>(Throwable cause) -> promises.failed(cause);
          case Sleep sleep -> leaf.sleep(sleep, body);
          case Compute compute -> leaf.compute(compute);
          case Fetch fetch -> leaf.fetch(fetch, body);
          case Call<R> call -> leaf.call(call.body());
          case Blocking<R> blocking -> leaf.blocking(blocking, body);
          case Then<?, R> then -> then(then, body);
          case Recover<R> recover -> recover(recover, body);
          case OnCancel<R> onCancel -> onCancel(onCancel, body);
          case CurrentTask current -> promises.succeeded(body.task());
          case Start<?> start -> promises.succeeded(start(start, body.leftovers()));
          case Await<R> await -> await(await, body);
          case Cancel cancel -> promises.succeeded(cancel.task().cancel());
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

  private <T, R> Future<R> then(Then<T, R> then, StepBody body) {
    return promises.after(
        evaluate(then.first(), body),
        first ->
            first instanceof Outcome.Success<T>(T value)
                ? evaluate(then.next().apply(value), body)
                : promises.unsuccessful(first));
  }

  private <R> Future<R> recover(Recover<R> recover, StepBody body) {
    return promises.after(
        evaluate(recover.attempt(), body),
        attempt ->
            attempt instanceof Outcome.Failure<R>(Throwable cause)
                ? evaluate(recover.handler().apply(cause), body)
                : promises.settled(attempt));
  }

  private <R> Future<R> onCancel(OnCancel<R> onCancel, StepBody body) {
    return promises.after(
        evaluate(onCancel.attempt(), body),
        attempt ->
            attempt instanceof Outcome.Cancelled<R>(CancellationException cancellation)
                ? evaluate(onCancel.handler().apply(cancellation), body)
                : promises.settled(attempt));
  }

  @Override
  public <R> TaskCell<R> start(Start<R> start, Leftovers owner) {
    life.refuseIfClosed();
    return new StepTask<>(start, this, owner).start(life);
  }

  private <R> Future<R> await(Await<R> await, StepBody body) {
    Task<R> task = body.notItself(await.task());
    if (body.awaitsNothing(task)) {
      return promises.settled(task.outcome());
    }
    Promise<R> result = loop.newPromise();
    task.whenDone(done -> Promises.settle(result, done.outcome()));
    return promises.suspend(result, task::cancel, body);
  }

  private <R> Future<Waited<R>> wait(Wait<R> wait, StepBody body) {
    Promise<Unit> over = promises.signal();
    WaitForTasks<R> waiting = WaitForTasks.begin(wait, () -> give(over), this);
    return promises.after(
        promises.until(over, () -> give(over), body),
        ended -> {
          waiting.stopListening();
          return ended instanceof Outcome.Success<Unit>
              ? promises.succeeded(waiting.found())
              : promises.unsuccessful(ended);
        });
  }

  private <T> Future<List<T>> gather(Gather<T> gather, StepBody body) {
    return fanOut(gather.children(), FanIn.Rule.GATHER, body);
  }

  private <T> Future<List<Outcome<T>>> outcomes(Outcomes<T> outcomes, StepBody body) {
    return fanOut(outcomes.children(), FanIn.Rule.OUTCOMES, body);
  }

  private <T> Future<Completions<T>> asCompleted(AsCompleted<T> asCompleted, StepBody body) {
    return promises.succeeded(CompletionOrder.of(asCompleted, this::start, body.leftovers(), this));
  }

  private <T> Future<List<T>> group(Group<T> group, StepBody body) {
    return fanOut(group.children(), FanIn.Rule.GROUP, body);
  }

  private <R> Future<R> openGroup(OpenGroup<R> group, StepBody body) {
    Promise<Unit> empty = promises.signal();
    GroupState state =
        new GroupState(this::start, body.leftovers(), body.cancellation(), () -> give(empty));
    return promises.after(
        evaluate(new Value<TaskGroup>(state).then(group.body()), body),
        ended -> {
          state.bodyEnded(ended);
          return promises.after(
              promises.until(empty, state::cancelledWhileWaiting, body),
              unit -> promises.settled(state.outcome(ended)));
        });
  }

  private <R> Future<R> timeout(Timeout<R> timeout, StepBody body) {
    BlockDeadline deadline = new BlockDeadline(body.cancellation(), timeout.limit(), this);
    return promises.after(
        evaluate(new Value<Deadline>(deadline).then(timeout.block()), body),
        ended -> promises.settled(deadline.end(ended)));
  }

  private <R> Future<R> bounded(Bounded<R> bounded, StepBody body) {
    Promise<Unit> granted = promises.signal();
    Permits permits = bounded.permits();
    Permits.Waiter turn = () -> give(granted);
    permits.tellWhenGranted(turn);
    return promises.goOn(
        promises.until(granted, () -> permits.giveUp(turn), body),
        () ->
            promises.after(
                evaluate(bounded.body(), body),
                ended -> {
                  permits.release();
                  return promises.settled(ended);
                }));
  }

  private <R> Future<R> shield(Shield<R> shield, StepBody body) {
    Task<R> task = body.notItself(StartedTasks.of(shield.inner(), this::start, body.leftovers()));
    return promises.goOn(
        wait(new Wait<R>(List.of(task), ReturnWhen.ALL_COMPLETED), body),
        () -> promises.settled(task.outcome()));
  }

  private <R> Future<R> race(Race<R> race, StepBody body) {
    return fanOut(race.contenders(), FanIn.Rule.RACE, body);
  }

  private <R> Future<R> fanOut(List<? extends Plan<?>> plans, FanIn.Rule rule, StepBody body) {
    Promise<R> all = loop.newPromise();
    new StepChildren<R>(plans, rule, this, body, outcome -> Promises.settle(all, outcome))
        .startAll(this);
    return all;
  }
}
