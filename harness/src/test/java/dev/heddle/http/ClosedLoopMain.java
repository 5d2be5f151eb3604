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
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * How many requests a second a transport carries in a closed loop, at what CPU a request, and how
 * evenly: the loop that came least often beside the one that came most. Not a benchmark of the
 * suite: {@code scripts/stub-bench transports} runs it.
 *
 * <p>Arguments: one of {@code netty}, {@code netty1} (one event loop), {@code jdk}, {@code socket},
 * {@code socket-platform}, {@code apache}, {@code apache-platform}; the URL; exchanges under way at
 * once; seconds a reading; readings.
 */
final class ClosedLoopMain {

  private static final int LINE = Long.SIZE / Byte.SIZE;

  private final Request request;
  // One count a loop, each in a cache line of its own.
  private final AtomicLongArray done;
  private final LongAdder failed = new LongAdder();
  private volatile boolean stopped;

  private ClosedLoopMain(URI target, int concurrency) {
    this.request = Request.get(target);
    this.done = new AtomicLongArray(concurrency * LINE);
  }

  public static void main(String[] args) throws InterruptedException {
    int concurrency = Integer.parseInt(args[2]);
    var loop = new ClosedLoopMain(URI.create(args[1]), concurrency);
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
    for (int i = 0; i < concurrency; i++) {
      new Chain(client, i).next();
    }
    return client;
  }

  private void came(int loop) {
    int index = loop * LINE;
    done.setRelease(index, done.getPlain(index) + 1);
  }

  private final class Chain implements AsyncClient.Listener {

    private final AsyncClient client;
    private final int loop;

    private Chain(AsyncClient client, int loop) {
      this.client = client;
      this.loop = loop;
    }

    @Override
    public void succeeded(Response response) {
      came(loop);
      next();
    }

    @Override
    public void failed(Throwable cause) {
      failed.increment();
      next();
    }

    private void next() {
      if (!stopped) {
        client.send(request, this);
      }
    }
  }

  private BlockingClient blocking(BlockingClient client, int concurrency, ThreadFactory threads) {
    for (int i = 0; i < concurrency; i++) {
      int loop = i;
      threads.newThread(() -> exchangeAll(client, loop)).start();
    }
    return client;
  }

  private void exchangeAll(BlockingClient client, int loop) {
    while (!stopped) {
      try {
        client.exchange(request, CancelHook.none());
        came(loop);
      } catch (IOException | InterruptedException e) {
        failed.increment();
      }
    }
  }

  private long[] counts() {
    return IntStream.range(0, done.length() / LINE)
        .mapToLong(loop -> done.getAcquire(loop * LINE))
        .toArray();
  }

  private void read(String name, int seconds) throws InterruptedException {
    var os = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long[] before = counts();
    long cpu = os.getProcessCpuTime();
    long start = System.nanoTime();
    TimeUnit.SECONDS.sleep(seconds);
    double elapsed = (System.nanoTime() - start) / 1e9;
    long[] after = counts();
    cpu = os.getProcessCpuTime() - cpu;
    long[] each =
        IntStream.range(0, after.length).mapToLong(loop -> after[loop] - before[loop]).toArray();
    long requests = LongStream.of(each).sum();
    System.out.printf(
        "%s: %.0f requests/s, %.2f us CPU a request, %d failed, %d to %d a loop%n",
        name,
        requests / elapsed,
        cpu / 1e3 / Math.max(1, requests),
        failed.sumThenReset(),
        LongStream.of(each).min().orElse(0),
        LongStream.of(each).max().orElse(0));
  }
}
