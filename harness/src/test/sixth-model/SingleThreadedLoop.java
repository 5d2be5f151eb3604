package dev.heddle.model;

import dev.heddle.http.AsyncClient;
import dev.heddle.plan.Plan;
import dev.heddle.plan.Start;
import dev.heddle.task.FailureHandler;
import dev.heddle.task.Task;
import java.util.Set;
import java.util.concurrent.ExecutorService;

/** One thread on which every step of every task runs, as asyncio's event loop does it. */
final class SingleThreadedLoop implements ExecutionModel {

  private final ExecutorService thread = StepThreads.pool(1);
  private final Offload offload = new Offload();
  private final AsyncClient client;
  private final ModelLife life;
  private final StageInterpreter interpreter;

  SingleThreadedLoop(AsyncClient client, FailureHandler failures) {
    this.client = client;
    this.life = new ModelLife(failures);
    this.interpreter = new StageInterpreter(thread, client, offload, life);
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
    life.close(thread::close, offload::close, client::close);
  }
}
