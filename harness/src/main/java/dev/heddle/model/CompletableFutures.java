package dev.heddle.model;

import dev.heddle.http.AsyncClient;
import dev.heddle.plan.Plan;
import dev.heddle.plan.Start;
import dev.heddle.task.FailureHandler;
import dev.heddle.task.Task;
import java.util.Set;
import java.util.concurrent.ExecutorService;

/** Chains of {@code CompletableFuture} stages on a pool of as many threads as cores. */
final class CompletableFutures implements ExecutionModel {

  private final ExecutorService pool;
  private final AsyncClient client;
  private final Offload offload = new Offload();
  private final ModelLife life;
  private final StageInterpreter interpreter;

  CompletableFutures(int parallelism, AsyncClient client, FailureHandler failures) {
    this.pool = StepThreads.pool(parallelism);
    this.client = client;
    this.life = new ModelLife(failures);
    this.interpreter = new StageInterpreter(pool, client, offload, life);
  }

  @Override
  public <R> Task<R> start(Plan<R> plan) {
    return interpreter.start(new Start<>(plan), life.leftovers());
  }

  @Override
  public <R> Task<R> start(Plan<R> plan, String name) {
    return interpreter.start(new Start<>(plan, name), life.leftovers());
  }

  @Override
  public <R> R run(Plan<R> plan) throws Exception {
    return StepRun.run(plan, interpreter, life);
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
    life.close(pool::close, offload::close, client::close);
  }
}
