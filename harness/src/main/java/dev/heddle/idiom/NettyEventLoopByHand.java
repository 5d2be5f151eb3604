package dev.heddle.idiom;

import dev.heddle.http.AsyncClient;
import dev.heddle.task.Outcome;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import io.netty.util.concurrent.PromiseNotifier;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** A promise for each child on one loop, a {@code PromiseCombiner} or listeners over them. */
final class NettyEventLoopByHand implements ByHand<LoopJob> {

  private final EventLoopGroup group;
  private final AsyncClient client;

  NettyEventLoopByHand(EventLoopGroup group, AsyncClient client) {
    this.group = group;
    this.client = client;
  }

  @Override
  public Jobs<LoopJob> jobs() {
    return new LoopJobs(client);
  }

  @Override
  public List<Object> gather(List<LoopJob> jobs) throws Exception {
    return inLoop((loop, values) -> LoopChildren.start(jobs, loop).collect(values));
  }

  @Override
  public List<Outcome<Object>> outcomes(List<LoopJob> jobs) throws Exception {
    return inLoop(
        (loop, outcomes) -> {
          LoopChildren children = LoopChildren.start(jobs, loop);
          children.onLastEnd(
              all ->
                  outcomes.setSuccess(
                      children.futures().stream().map(LoopChildren::outcome).toList()));
        });
  }

  @Override
  public Outcome<Object> firstCompleted(List<LoopJob> jobs) throws Exception {
    return inLoop(
        (loop, first) ->
            LoopChildren.start(jobs, loop)
                .onEachEnd(ended -> first.trySuccess(LoopChildren.outcome(ended))));
  }

  @Override
  public void asCompleted(List<LoopJob> jobs, Consumer<Outcome<Object>> consumer)
      throws InterruptedException {
    BlockingQueue<Outcome<Object>> queue = new LinkedBlockingQueue<>();
    EventLoop loop = group.next();
    loop.execute(
        () ->
            LoopChildren.start(jobs, loop)
                .onEachEnd(ended -> queue.add(LoopChildren.outcome(ended))));
    for (int i = 0; i < jobs.size(); i++) {
      consumer.accept(queue.take());
    }
  }

  @Override
  public List<Object> group(List<LoopJob> jobs) throws Exception {
    return inLoop(
        (loop, values) -> {
          LoopChildren children = LoopChildren.start(jobs, loop);
          children.collect(values); // Before the others' cancellations, so that it sees the cause.
          children.onEachEnd(
              ended -> {
                if (!ended.isSuccess() && !ended.isCancelled()) {
                  children.cancel();
                }
              });
        });
  }

  @Override
  public Object within(LoopJob job, Duration limit) throws Exception {
    return inLoop(
        (loop, value) -> {
          Future<Object> child = job.start(loop);
          Runnable timeOut =
              () -> {
                if (value.tryFailure(new TimeoutException("not within " + limit))) {
                  child.cancel(true);
                }
              };
          Future<?> timer = loop.schedule(timeOut, limit.toNanos(), TimeUnit.NANOSECONDS);
          child.addListener(ended -> timer.cancel(false));
          Future<Object> _ = PromiseNotifier.cascade(false, child, value);
        });
  }

  @Override
  public List<Object> bounded(List<LoopJob> jobs, int limit) throws Exception {
    return inLoop((loop, values) -> LoopChildren.startSome(limit, jobs, loop).collect(values));
  }

  @Override
  public Object race(List<LoopJob> jobs) throws Exception {
    return inLoop(
        (loop, winner) -> {
          LoopChildren children = LoopChildren.start(jobs, loop);
          children.onEachEnd(
              ended -> {
                if (ended.isSuccess() && winner.trySuccess(ended.getNow())) {
                  children.cancel();
                }
              });
          children.onLastEnd( // After the others, as the last to end may be the only one to win.
              all -> {
                if (!all.isSuccess()) {
                  winner.tryFailure(all.cause());
                }
              });
        });
  }

  private <T> T inLoop(BiConsumer<EventLoop, Promise<T>> body) throws Exception {
    EventLoop loop = group.next();
    Promise<T> result = loop.newPromise();
    loop.execute(() -> body.accept(loop, result));
    result.await();
    return result.get();
  }

  @Override
  public int exchangesInFlight() {
    return client.inFlight();
  }

  @Override
  public void close() {
    client.close();
    group.shutdownGracefully(0, 5, TimeUnit.SECONDS).awaitUninterruptibly();
  }
}
