package dev.heddle.idiom;

import dev.heddle.http.BlockingClient;
import dev.heddle.task.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/**
 * An executor that starts a virtual thread for each call, and a semaphore where work is bounded.
 */
final class VirtualThreadsByHand implements ByHand<Callable<Object>> {

  private final BlockingClient client;
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private final OnExecutor onExecutor = new OnExecutor(executor);

  VirtualThreadsByHand(BlockingClient client) {
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

  /** An executor for each group is cheap here, and closing it waits for its threads. */
  @Override
  public List<Object> group(List<Callable<Object>> calls) throws Exception {
    List<Future<Object>> futures = new ArrayList<>(calls.size());
    try (ExecutorService children = Executors.newVirtualThreadPerTaskExecutor()) {
      CompletionService<Object> completions = new ExecutorCompletionService<>(children);
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
      }
    }
    List<Object> values = new ArrayList<>(calls.size());
    for (Future<Object> future : futures) {
      values.add(future.resultNow());
    }
    return values;
  }

  @Override
  public Object within(Callable<Object> call, Duration limit) throws Exception {
    return onExecutor.within(call, limit);
  }

  @Override
  public List<Object> bounded(List<Callable<Object>> calls, int limit) throws Exception {
    Semaphore permits = new Semaphore(limit);
    List<Callable<Object>> bounded = new ArrayList<>(calls.size());
    for (Callable<Object> call : calls) {
      bounded.add(() -> BlockingJobs.holding(permits, call));
    }
    return onExecutor.gather(bounded);
  }

  @Override
  public Object race(List<Callable<Object>> calls) throws Exception {
    return onExecutor.race(calls);
  }

  @Override
  public int exchangesInFlight() {
    return client.inFlight();
  }

  @Override
  public void close() {
    executor.shutdownNow();
    client.close();
    executor.close();
  }
}
