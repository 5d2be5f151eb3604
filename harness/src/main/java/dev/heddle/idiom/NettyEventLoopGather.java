package dev.heddle.idiom;

import dev.heddle.http.AsyncClient;
import dev.heddle.plan.Request;
import dev.heddle.plan.Response;
import dev.heddle.plan.Unit;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import io.netty.util.concurrent.PromiseCombiner;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** A promise for each child on one loop, a {@code PromiseCombiner} over them. */
final class NettyEventLoopGather implements GatherIdiom {

  private final EventLoopGroup group;
  private final AsyncClient client;

  NettyEventLoopGather(EventLoopGroup group, AsyncClient client) {
    this.group = group;
    this.client = client;
  }

  @Override
  public List<Unit> noOps(int n) throws Exception {
    return gather(
        loop -> {
          List<Future<Unit>> children = new ArrayList<>(n);
          for (int i = 0; i < n; i++) {
            children.add(loop.submit(() -> Unit.UNIT));
          }
          return children;
        });
  }

  @Override
  public List<Unit> sleeps(int n, Duration duration) throws Exception {
    return gather(
        loop -> {
          List<Future<Unit>> children = new ArrayList<>(n);
          for (int i = 0; i < n; i++) {
            children.add(loop.schedule(() -> Unit.UNIT, duration.toNanos(), TimeUnit.NANOSECONDS));
          }
          return children;
        });
  }

  @Override
  public List<Response> fetches(List<Request> requests) throws Exception {
    return gather(
        loop -> {
          List<Future<Response>> children = new ArrayList<>(requests.size());
          for (Request request : requests) {
            children.add(send(request, loop));
          }
          return children;
        });
  }

  private Future<Response> send(Request request, EventLoop loop) {
    Promise<Response> promise = loop.newPromise();
    client.send(
        request,
        new AsyncClient.Listener() {
          @Override
          public void succeeded(Response response) {
            promise.setSuccess(response);
          }

          @Override
          public void failed(Throwable cause) {
            promise.setFailure(cause);
          }
        });
    return promise;
  }

  private <T> List<T> gather(Function<EventLoop, List<Future<T>>> start) throws Exception {
    EventLoop loop = group.next();
    Promise<List<T>> values = loop.newPromise();
    loop.execute(() -> combine(start.apply(loop), loop, values));
    values.await();
    return values.get();
  }

  private static <T> void combine(
      List<Future<T>> children, EventLoop loop, Promise<List<T>> values) {
    PromiseCombiner combiner = new PromiseCombiner(loop);
    for (Future<T> child : children) {
      combiner.add(child);
    }
    Promise<Void> all = loop.newPromise();
    all.addListener(
        ended -> {
          if (!ended.isSuccess()) {
            values.setFailure(ended.cause());
            return;
          }
          List<T> results = new ArrayList<>(children.size());
          for (Future<T> child : children) {
            results.add(child.getNow());
          }
          values.setSuccess(results);
        });
    combiner.finish(all);
  }

  @Override
  public List<String> gaps() {
    return List.of(
        "cancels nobody, whatever is cancelled",
        "waits for every child before it reports a failure",
        "wraps the failure in an ExecutionException");
  }

  @Override
  public void close() {
    client.close();
    group.shutdownGracefully(0, 5, TimeUnit.SECONDS).awaitUninterruptibly();
  }
}
