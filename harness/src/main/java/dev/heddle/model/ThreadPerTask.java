package dev.heddle.model;

import dev.heddle.http.BlockingClient;
import dev.heddle.plan.*;
import dev.heddle.task.FailureHandler;
import dev.heddle.task.Leftovers;
import dev.heddle.task.Outcome;
import dev.heddle.task.Task;
import dev.heddle.task.TaskCell;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * Every task and every child of a pattern has a thread to itself, and waits by blocking it.
 * Platform threads and virtual threads share this interpreter; where the threads come from is
 * theirs.
 */
final class ThreadPerTask implements ExecutionModel {

  /** Where threads come from. */
  interface Threads extends AutoCloseable {

    /** Runs {@code body} on a thread of its own. */
    void start(Runnable body);

    /** Ends idle threads and waits for busy ones. */
    @Override
    void close();
  }

  private final Threads threads;
  private final BlockingClient client;
  private final BlockingLeaves leaf;
  private final Timers timers = new Timers();
  private final ModelLife life;
  private final BlockingFlow flow;

  ThreadPerTask(Threads threads, BlockingClient client, FailureHandler failures) {
    this.threads = threads;
    this.client = client;
    this.leaf = new BlockingLeaves(client);
    this.life = new ModelLife(failures);
    this.flow = new BlockingFlow(this::evaluate, this::start, leaf, timers);
  }

  @Override
  public <R> Task<R> start(Plan<R> plan) {
    return start(new Start<>(plan), life.leftovers());
  }

  @Override
  public <R> Task<R> start(Plan<R> plan, String name) {
    return start(new Start<>(plan, name), life.leftovers());
  }

  @Override
  public <R> R run(Plan<R> plan) throws Exception {
    return RunBody.run(plan, life, this::evaluate);
  }

  @Override
  public Set<Task<?>> tasks() {
    return life.tasks();
  }

  @Override
  public int exchangesInFlight() {
    return client.inFlight();
  }

  @Override
  public void close() {
    life.close(threads::close, timers::close, client::close);
  }

  @SuppressWarnings(
      "unchecked") // A switch over Plan<R> cannot tell the compiler what R is in each case.
  private <R> R evaluate(Plan<R> plan, Body body) throws Exception {
    Plan<R> rest = plan;
    while (rest instanceof Then<?, R> then) {
      rest = then(then, body);
    }
    return (R)
        switch (rest) {
          case NoOp noOp -> Unit.UNIT;
          case Value<R>(R value) -> value;
          case Fail<R> fail -> leaf.fail(fail);
          case Sleep sleep -> leaf.sleep(sleep);
          case Compute compute -> leaf.compute(compute);
          case Fetch fetch -> fetch(fetch, body);
          case Call<R> call -> call.body().call();
          case Blocking<R> blocking -> blocking.body().call();
          case Then<?, R> then -> evaluate(then, body);
          case Recover<R> recover -> flow.recover(recover, body);
          case OnCancel<R> onCancel -> flow.onCancel(onCancel, body);
          case CurrentTask current -> body.task();
          case Start<?> start -> start(start, body.leftovers());
          case Await<R> await -> leaf.await(await, body);
          case Cancel cancel -> cancel.task().cancel();
          case Wait<?> wait -> leaf.wait(wait, body);
          case Gather<?> gather -> gather(gather, body);
          case Outcomes<?> outcomes -> outcomes(outcomes, body);
          case AsCompleted<?> asCompleted -> flow.asCompleted(asCompleted, body);
          case Group<?> group -> group(group, body);
          case OpenGroup<R> group -> openGroup(group, body);
          case Within<R> within -> evaluate(LimitedWork.of(within), body);
          case Timeout<R> timeout -> flow.timeout(timeout, body);
          case Bounded<R> bounded -> flow.bounded(bounded, body);
          case Shield<R> shield -> flow.shield(shield, body);
          case Race<R> race -> race(race, body);
        };
  }

  /** Where nothing could end the read of this thread, another thread reads. */
  private Response fetch(Fetch fetch, Body body) throws Exception {
    return body.endsReads()
        ? leaf.fetch(fetch, body)
        : gather(new Gather<>(List.of(fetch)), body).getFirst();
  }

  /** The plan to go on with: a loop made of such plans needs no deeper stack. */
  private <T, R> Plan<R> then(Then<T, R> then, Body body) throws Exception {
    return then.next().apply(evaluate(then.first(), body));
  }

  private <R> TaskCell<R> start(Start<R> start, Leftovers owner) {
    life.refuseIfClosed();
    ThreadTask<R> task = new ThreadTask<>(start, owner, this::evaluate);
    if (life.isClosed()) {
      task.reject(ModelLife.refusal());
      return task.task();
    }
    try {
      threads.start(task);
    } catch (OutOfMemoryError noThread) {
      task.reject(noThread);
    }
    return task.task();
  }

  private <T> List<T> gather(Gather<T> gather, Body body) throws Exception {
    return this.<List<T>>fanOut(gather.children(), FanIn.Rule.GATHER, body).get();
  }

  private <T> List<Outcome<T>> outcomes(Outcomes<T> outcomes, Body body) throws Exception {
    return this.<List<Outcome<T>>>fanOut(outcomes.children(), FanIn.Rule.OUTCOMES, body).get();
  }

  private <T> List<T> group(Group<T> group, Body body) throws Exception {
    return this.<List<T>>fanOut(group.children(), FanIn.Rule.GROUP, body).get();
  }

  private <R> R openGroup(OpenGroup<R> group, Body body) throws Exception {
    Thread owner = Thread.currentThread();
    GroupState state =
        new GroupState(
            this::start, body.leftovers(), body.cancellation(), () -> LockSupport.unpark(owner));
    Outcome<R> ended = flow.outcome(new Value<TaskGroup>(state).then(group.body()), body);
    state.bodyEnded(ended);
    while (!state.isFinished()) {
      LockSupport.park(state);
      if (!state.isFinished() && Thread.interrupted()) {
        state.cancelledWhileWaiting();
      }
    }
    return state.outcome(ended).get();
  }

  private <R> R race(Race<R> race, Body body) throws Exception {
    return this.<R>fanOut(race.contenders(), FanIn.Rule.RACE, body).get();
  }

  private <R> Outcome<R> fanOut(List<? extends Plan<?>> plans, FanIn.Rule rule, Body body)
      throws InterruptedException {
    ThreadChildren children = new ThreadChildren(plans, rule, this::evaluate, body);
    children.startAll(threads::start);
    return children.join();
  }
}
