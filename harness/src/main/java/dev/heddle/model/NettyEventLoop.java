package dev.heddle.model;

import static dev.heddle.model.Promises.give;

import dev.heddle.http.AsyncClient;
import dev.heddle.plan.*;
import dev.heddle.task.FailureHandler;
import dev.heddle.task.Leftovers;
import dev.heddle.task.Outcome;
import dev.heddle.task.Permits;
import dev.heddle.task.Task;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Bodies are listeners on the promises of one event loop: a task, its children and its exchanges
 * stay on the loop it was started on, and nothing blocks it. Tasks go to the loops in turn.
 */
final class NettyEventLoop implements ExecutionModel {

  private final EventLoopGroup group;
  private final AsyncClient client;
  private final Offload offload = new Offload();
  private final ModelLife life;
  private final List<OnLoop> loops = new ArrayList<>();
  private final AtomicInteger turn = new AtomicInteger();

  /**
   * A model on {@code group}, which it shuts down.
   *
   * @param client best one that carries exchanges on the same loops
   */
  NettyEventLoop(EventLoopGroup group, AsyncClient client, FailureHandler failures) {
    this.group = group;
    this.client = client;
    this.life = new ModelLife(failures);
    for (EventExecutor loop : group) {
      loops.add(new OnLoop((EventLoop) loop));
    }
  }

  private OnLoop next() {
    return loops.get(Math.floorMod(turn.getAndIncrement(), loops.size()));
  }

  @Override
  public <R> Task<R> start(Plan<R> plan) {
    return next().start(new Start<>(plan), life.leftovers());
  }

  @Override
  public <R> Task<R> start(Plan<R> plan, String name) {
    return next().start(new Start<>(plan, name), life.leftovers());
  }

  @Override
  public <R> R run(Plan<R> plan) throws Exception {
    return StepRun.run(plan, next(), life);
  }

  @Override
  public Set<Task<?>> tasks() {
    return life.tasks();
  }

  @Override
  public void close() {
    life.close(
        client::close,
        offload::close,
        () -> group.shutdownGracefully(0, 5, TimeUnit.SECONDS).awaitUninterruptibly());
  }

  /** The interpreter of one loop. */
  private final class OnLoop implements StepWork {

    private final EventLoop loop;
    private final Promises promises;
    private final PromiseLeaves leaf;

    OnLoop(EventLoop loop) {
      this.loop = loop;
      this.promises = new Promises(loop);
      this.leaf = new PromiseLeaves(promises, client, offload);
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
    public <R> Task<R> start(Start<R> start, Leftovers owner) {
      life.refuseIfClosed();
      return new StepTask<>(start, this, owner).queue(life);
    }

    private <R> Future<R> await(Await<R> await, StepBody body) {
      Task<R> task = body.notItself(await.task());
      if (task.isDone()) {
        return promises.settled(task.outcome());
      }
      Promise<Unit> ended = promises.signal();
      task.whenDone(done -> give(ended));
      return promises.goOn(
          promises.suspend(ended, task::cancel, body), () -> promises.settled(task.outcome()));
    }

    private <R> Future<Waited<R>> wait(Wait<R> wait, StepBody body) {
      Promise<Unit> over = promises.signal();
      WaitForTasks<R> waiting = WaitForTasks.begin(wait, () -> give(over));
      Runnable callOff = after(wait.timeout(), () -> give(over));
      return promises.after(
          until(over, () -> give(over), body),
          ended -> {
            callOff.run();
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
      return promises.succeeded(
          CompletionOrder.of(
              StartedTasks.of(asCompleted.children(), this::start, body.leftovers()),
              asCompleted.timeout(),
              this));
    }

    private <T> Future<List<T>> group(Group<T> group, StepBody body) {
      return fanOut(group.children(), FanIn.Rule.GROUP, body);
    }

    private <R> Future<R> openGroup(OpenGroup<R> group, StepBody body) {
      Promise<Unit> empty = promises.signal();
      GroupState state =
          new GroupState(this::start, body.leftovers(), body.cancellation(), () -> give(empty));
      return promises.after(
          attempt(() -> group.body().apply(state), body),
          ended -> {
            state.bodyEnded(ended);
            return promises.after(
                until(empty, state::cancelledWhileWaiting, body),
                unit -> promises.settled(state.outcome(ended)));
          });
    }

    private <R> Future<R> timeout(Timeout<R> timeout, StepBody body) {
      BlockDeadline deadline = new BlockDeadline(body.cancellation(), timeout.limit(), this);
      return promises.after(
          attempt(() -> timeout.block().apply(deadline), body),
          ended -> promises.settled(deadline.end(ended)));
    }

    private <R> Future<R> bounded(Bounded<R> bounded, StepBody body) {
      Promise<Unit> granted = promises.signal();
      Permits permits = bounded.permits();
      Permits.Waiter turn = () -> give(granted);
      if (permits.acquire(turn)) {
        turn.granted();
      }
      Runnable giveUp =
          () -> {
            permits.leaveOrRelease(turn);
            turn.granted();
          };
      return promises.goOn(
          until(granted, giveUp, body),
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
      Promise<Unit> ended = promises.signal();
      Consumer<Task<R>> listener = done -> give(ended);
      task.whenDone(listener);
      return promises.after(
          until(ended, () -> give(ended), body),
          waited -> {
            task.forget(listener);
            return waited instanceof Outcome.Success<Unit>
                ? promises.settled(task.outcome())
                : promises.unsuccessful(waited);
          });
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

    /**
     * Suspends until a signal; where the body is cancelled, {@code whenCancelled} brings it about.
     */
    private Future<Unit> until(Promise<Unit> signal, Runnable whenCancelled, StepBody body) {
      return signal.isDone()
          ? signal
          : promises.suspend(
              signal,
              () -> {
                whenCancelled.run();
                return false;
              },
              body);
    }

    private <R> Future<R> attempt(Supplier<? extends Plan<R>> block, StepBody body) {
      try {
        return evaluate(block.get(), body);
      } catch (Throwable thrown) {
        return promises.failed(thrown);
      }
    }
  }
}
