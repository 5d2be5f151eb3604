package dev.heddle.model;

import dev.heddle.http.AsyncClient;
import dev.heddle.plan.Plan;
import dev.heddle.plan.Start;
import dev.heddle.task.FailureHandler;
import dev.heddle.task.Task;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.util.concurrent.EventExecutor;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Tasks go to the event loops in turn, and stay there; each loop has an interpreter of its own. */
final class NettyEventLoop implements ExecutionModel {

  private final EventLoopGroup group;
  private final AsyncClient client;
  private final Offload offload = new Offload();
  private final ModelLife life;
  private final List<LoopInterpreter> loops = new ArrayList<>();
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
      loops.add(new LoopInterpreter((EventLoop) loop, client, offload, life));
    }
  }

  private LoopInterpreter next() {
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
  public int exchangesInFlight() {
    return client.inFlight();
  }

  @Override
  public void close() {
    life.close(
        client::close,
        offload::close,
        () -> group.shutdownGracefully(0, 5, TimeUnit.SECONDS).awaitUninterruptibly());
  }
}
