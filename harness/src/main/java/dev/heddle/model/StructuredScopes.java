package dev.heddle.model;

import dev.heddle.http.BlockingClient;
import dev.heddle.plan.*;
import dev.heddle.scope.Scope;
import dev.heddle.task.Leftovers;
import dev.heddle.task.NonBlocking;
import dev.heddle.task.Outcome;
import dev.heddle.task.Task;
import java.util.List;
import java.util.Optional;

/**
 * Children are subtasks of a scope that the thread of their parent opens; each has a virtual
 * thread. Tasks, which may outlive whoever started them, are subtasks of the model's root scope,
 * which a thread of its own opens and forks from.
 *
 * <p>A scope cannot close while subtasks run, yet a gather that failed must return while the other
 * children run on. So it leaves its scope open, and the thread closes it after its body has ended:
 * the outcome is known by then, only the thread stays.
 */
final class StructuredScopes implements ExecutionModel {

  private final RootScope root = new RootScope();
  private final BlockingClient client;
  private final BlockingLeaves leaf;
  private final Leftovers leftovers = new Leftovers();
  private volatile boolean closed;

  StructuredScopes(BlockingClient client) {
    this.client = client;
    this.leaf = new BlockingLeaves(client);
  }

  /**
   * Refuses to go on without the preview API, before any class that uses it is loaded.
   *
   * @throws IllegalStateException naming the flag
   */
  static void requirePreview() {
    try {
      Scope.awaitAll().close();
    } catch (UnsupportedClassVersionError noPreview) {
      throw new IllegalStateException(
          "The structured-scope model needs StructuredTaskScope, a preview API of JDK 25, and this"
              + " JVM (JDK %d) runs without it; use a JDK 25 with --enable-preview among its options"
                  .formatted(Runtime.version().feature()),
          noPreview);
    }
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
    root.close();
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
    } else {
      root.fork(task);
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
    Scope<Object, Boolean> scope = Scope.awaitAll();
    ThreadChildren children = new ThreadChildren(plans, failFast, this::evaluate, body);
    try {
      children.startAll(scope::fork);
      return children.join();
    } finally {
      if (children.areGone()) {
        close(scope);
      } else {
        body.keep(
            () -> {
              children.awaitAll();
              close(scope);
            });
      }
    }
  }

  /** Closes a scope whose subtasks have all ended. */
  private static void close(Scope<?, ?> scope) {
    try {
      scope.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      scope.close();
    }
  }
}
