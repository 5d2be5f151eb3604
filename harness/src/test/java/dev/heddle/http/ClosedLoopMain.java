package dev.heddle.http;

import com.sun.management.OperatingSystemMXBean;
import dev.heddle.plan.Request;
import dev.heddle.plan.Response;
import dev.heddle.task.CancelHook;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * How many requests a second a transport carries in a closed loop, and at what CPU a request. Not a
 * benchmark of the suite: a quick look for whoever works on a transport.
 *
 * <p>Arguments: one of {@code netty}, {@code netty1} (one event loop), {@code jdk}, {@code socket},
 * {@code socket-platform}, {@code apache}, {@code apache-platform}; the URL; exchanges under way at
 * once; seconds a reading; readings.
 */
final class ClosedLoopMain {

  private final Request request;
  private final LongAdder done = new LongAdder();
  private final LongAdder failed = new LongAdder();
  private volatile boolean stopped;

  private ClosedLoopMain(URI target) {
    this.request = Request.get(target);
  }

  public static void main(String[] args) throws InterruptedException {
    var loop = new ClosedLoopMain(URI.create(args[1]));
    int concurrency = Integer.parseInt(args[2]);
    ExchangePolicy policy = ExchangePolicy.DEFAULT;
    AutoCloseable client =
        switch (args[0]) {
          case "netty" -> loop.async(Transport.NETTY.openAsync(policy), concurrency);
          case "netty1" -> loop.async(NettyClient.onOwnLoops(1, policy), concurrency);
          case "jdk" -> loop.async(Transport.JDK.openAsync(policy), concurrency);
          case "socket" ->
              loop.blocking(new SocketClient(policy), concurrency, Thread.ofVirtual().factory());
          case "socket-platform" ->
              loop.blocking(
                  new SocketClient(policy), concurrency, Thread.ofPlatform().daemon().factory());
          case "apache" ->
              loop.blocking(new ApacheClient(policy), concurrency, Thread.ofVirtual().factory());
          case "apache-platform" ->
              loop.blocking(
                  new ApacheClient(policy), concurrency, Thread.ofPlatform().daemon().factory());
          default -> throw new IllegalArgumentException("Unknown transport " + args[0]);
        };
    for (int reading = 0; reading < Integer.parseInt(args[4]); reading++) {
      loop.read(args[0], Integer.parseInt(args[3]));
    }
    loop.stopped = true;
    try {
      client.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private AsyncClient async(AsyncClient client, int concurrency) {
    var listener =
        new AsyncClient.Listener() {
          @Override
          public void succeeded(Response response) {
            done.increment();
            next();
          }

          @Override
          public void failed(Throwable cause) {
            failed.increment();
            next();
          }

          void next() {
            if (!stopped) {
              client.send(request, this);
            }
          }
        };
    for (int i = 0; i < concurrency; i++) {
      client.send(request, listener);
    }
    return client;
  }

  private BlockingClient blocking(BlockingClient client, int concurrency, ThreadFactory threads) {
    for (int i = 0; i < concurrency; i++) {
      threads.newThread(() -> exchangeAll(client)).start();
    }
    return client;
  }

  private void exchangeAll(BlockingClient client) {
    while (!stopped) {
      try {
        client.exchange(request, CancelHook.none());
        done.increment();
      } catch (IOException | InterruptedException e) {
        failed.increment();
      }
    }
  }

  private void read(String name, int seconds) throws InterruptedException {
    var os = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long requests = done.sum();
    long cpu = os.getProcessCpuTime();
    long start = System.nanoTime();
    TimeUnit.SECONDS.sleep(seconds);
    double elapsed = (System.nanoTime() - start) / 1e9;
    requests = done.sum() - requests;
    cpu = os.getProcessCpuTime() - cpu;
    System.out.printf(
        "%s: %.0f requests/s, %.2f us CPU a request, %d failed%n",
        name, requests / elapsed, cpu / 1e3 / Math.max(1, requests), failed.sumThenReset());
  }
}
