package dev.heddle.model;

import dev.heddle.plan.Plan;
import dev.heddle.task.Task;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;

/**
 * A way of running many tasks at once: it interprets plans. Any thread may start plans; a model is
 * used until it is closed.
 *
 * @implSpec All models give the same plan the same outcome, by the contract of the suite in {@code
 *     dev.heddle.model}'s tests. Nothing blocks an event loop.
 */
public interface ExecutionModel extends AutoCloseable {

  /**
   * Starts a plan as a task of its own, with a default name, and returns at once, before any of it
   * ran here.
   */
  <R> Task<R> start(Plan<R> plan);

  /** Starts a plan as a named task. */
  <R> Task<R> start(Plan<R> plan, String name);

  /**
   * Runs a plan to its end, on the caller's thread where the model blocks anyway. Tasks that the
   * plan started and left unfinished are cancelled and awaited before this returns.
   *
   * <p>SIGINT, SIGTERM and any other exit of the JVM cancel the plan as well, and the JVM waits for
   * its clean-up, at most 10 s.
   *
   * @throws InterruptedException if the calling thread is interrupted and the plan ends cancelled
   *     of it, clean-up included; a plan that swallows the cancellation decides for itself
   * @throws CancellationException if the plan ended cancelled
   * @throws IllegalStateException if the model is closed, or the calling thread must not block
   * @throws Exception the identical failure of the plan
   */
  <R> R run(Plan<R> plan) throws Exception;

  /**
   * The tasks that have not ended (asyncio's {@code all_tasks}), those of groups included, and a
   * run's own plan counts as one; children of other patterns are no tasks. A snapshot in no order.
   */
  Set<Task<?>> tasks();

  /** Exchanges that have begun and not ended, whoever waits for them. A snapshot. */
  int exchangesInFlight();

  /**
   * What is unfinished, a line each with name and state. Event-driven models have no thread a task
   * whose name a thread dump could show.
   */
  default String dump() {
    return tasks().stream().map(Object::toString).sorted().collect(Collectors.joining("\n"));
  }

  /**
   * Cancels what is unfinished, waits for it, and ends every thread of the model. Idempotent. A
   * plan of the same model that calls this waits for itself.
   */
  @Override
  void close();
}
