package dev.heddle.model;

import dev.heddle.http.BlockingClient;
import dev.heddle.plan.*;
import dev.heddle.task.Leftovers;
import dev.heddle.task.NonBlocking;
import dev.heddle.task.Outcome;
import dev.heddle.task.Task;
import java.util.List;
import java.util.Optional;

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
  private final Leftovers leftovers = new Leftovers();
  private volatile boolean closed;

  ThreadPerTask(Threads threads, BlockingClient client) {
    this.threads = threads;
    this.client = client;
    this.leaf = new BlockingLeaves(client);
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
    RunBody body = new RunBody();
    leftovers.add(body);
    try {
      Closed.refuse(closed);
      return evaluate(plan, body);
    } finally {
      body.close();
      leftovers.remove(body);
    }
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
    threads.close();
    client.close();
  }

  @SuppressWarnings(
      "unchecked") // A switch over Plan<R> cannot tell the compiler what R is in each case.
  private <R> R evaluate(Plan<R> plan, Body body) throws Exception {
    return (R)
        switch (plan) {
          case NoOp noOp -> Unit.UNIT;
          case Value<R>(R value) -> value;
          case Fail<R> fail -> leaf.fail(fail);
          case Sleep sleep -> leaf.sleep(sleep);
          case Compute compute -> leaf.compute(compute);
          case Fetch fetch -> leaf.fetch(fetch, body);
          case Call<R> call -> call.body().call();
          case Blocking<R> blocking -> blocking.body().call();
          case Then<?, R> then -> then(then, body);
          case Recover<R> recover -> recover(recover, body);
          case Start<?> start -> start(start, body.leftovers());
          case Await<R> await -> leaf.await(await, body);
          case Cancel cancel -> cancel.task().cancel();
          case Gather<?> gather -> gather(gather, body);
          case Outcomes<?> outcomes -> outcomes(outcomes, body);
          default -> throw new UnsupportedOperationException(plan.toString());
        };
  }

  private <T, R> R then(Then<T, R> then, Body body) throws Exception {
    T value = evaluate(then.first(), body);
    return evaluate(then.next().apply(value), body);
  }

  private <R> R recover(Recover<R> recover, Body body) throws Exception {
    Throwable failure;
    try {
      return evaluate(recover.attempt(), body);
    } catch (Exception | Error thrown) {
      if (body.cancellation().isCancellation(thrown)) {
        throw thrown;
      }
      failure = thrown;
    }
    return evaluate(recover.handler().apply(failure), body);
  }

  private <R> Task<R> start(Start<R> start, Leftovers owner) {
    Closed.refuse(closed);
    Optional<String> name = start.name();
    ThreadTask<R> task = new ThreadTask<>(name, owner, body -> () -> evaluate(start.body(), body));
    if (closed) {
      task.reject(Closed.refusal());
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
    return this.<T>fanOut(gather.children(), true, body).get();
  }

  private <T> List<Outcome<T>> outcomes(Outcomes<T> outcomes, Body body) throws Exception {
    return this.<Outcome<T>>fanOut(outcomes.children(), false, body).get();
  }

  private <T> Outcome<List<T>> fanOut(List<? extends Plan<?>> plans, boolean failFast, Body body)
      throws InterruptedException {
    ThreadChildren children = new ThreadChildren(plans, failFast, this::evaluate, body);
    children.startAll(threads::start);
    return children.join();
  }
}
