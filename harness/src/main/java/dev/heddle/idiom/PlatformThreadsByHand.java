package dev.heddle.idiom;

import dev.heddle.http.BlockingClient;
import dev.heddle.task.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionService;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;

/** A cached pool of platform threads, and a fixed one where work is bounded. */
final class PlatformThreadsByHand implements ByHand<Callable<Object>> {

  private static final ThreadFactory THREADS = Thread.ofPlatform().daemon().factory();

  private final BlockingClient client;
  private final ExecutorService executor = Executors.newCachedThreadPool(THREADS);
  private final OnExecutor onExecutor = new OnExecutor(executor);

  PlatformThreadsByHand(BlockingClient client) {
    this.client = client;
  }

  @Override
  public Jobs<Callable<Object>> jobs() {
    return new BlockingJobs(client);
  }

  @Override
  public List<Object> gather(List<Callable<Object>> calls) throws Exception {
    return onExecutor.gather(calls);
  }

  @Override
  public List<Outcome<Object>> outcomes(List<Callable<Object>> calls) throws Exception {
    return onExecutor.outcomes(calls);
  }

  @Override
  public Outcome<Object> firstCompleted(List<Callable<Object>> calls) throws Exception {
    return onExecutor.firstCompleted(calls);
  }

  @Override
  public void asCompleted(List<Callable<Object>> calls, Consumer<Outcome<Object>> consumer)
      throws Exception {
    onExecutor.asCompleted(calls, consumer);
  }

  /** A future is done as soon as it is cancelled: the latch tells when its thread is. */
  @Override
  public List<Object> group(List<Callable<Object>> calls) throws Exception {
    CountDownLatch running = new CountDownLatch(calls.size());
    CompletionService<Object> completions =
        new ExecutorCompletionService<>(task -> executor.execute(() -> run(task, running)));
    List<Future<Object>> futures = new ArrayList<>(calls.size());
    for (Callable<Object> call : calls) {
      futures.add(completions.submit(call));
    }
    try {
      for (int i = 0; i < calls.size(); i++) {
        completions.take().get();
      }
    } finally {
      for (Future<Object> future : futures) {
        future.cancel(true);
      }
      running.await();
    }
    List<Object> values = new ArrayList<>(calls.size());
    for (Future<Object> future : futures) {
      values.add(future.resultNow());
    }
    return values;
  }

  private static void run(Runnable task, CountDownLatch running) {
    try {
      task.run();
    } finally {
      running.countDown();
    }
  }

  @Override
  public Object within(Callable<Object> call, Duration limit) throws Exception {
    return onExecutor.within(call, limit);
  }

  @Override
  public List<Object> bounded(List<Callable<Object>> calls, int limit) throws Exception {
    try (ExecutorService pool = Executors.newFixedThreadPool(limit, THREADS)) {
      return new OnExecutor(pool).gather(calls);
    }
  }

  @Override
  public Object race(List<Callable<Object>> calls) throws Exception {
    return onExecutor.race(calls);
  }

  @Override
  public int exchangesInFlight() {
    return client.inFlight();
  }

  /** An interrupt does not end a read of a socket, closing the socket does. */
  @Override
  public void close() {
    executor.shutdownNow();
    client.close();
    executor.close();
  }
}
