package dev.heddle.idiom;

import dev.heddle.http.BlockingClient;
import dev.heddle.scope.Scope;
import dev.heddle.task.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/** A bare scope for each pattern, opened with the joiner that fits. */
final class StructuredScopeByHand implements ByHand<Callable<Object>> {

  private final BlockingClient client;

  StructuredScopeByHand(BlockingClient client) {
    this.client = client;
  }

  @Override
  public Jobs<Callable<Object>> jobs() {
    return new BlockingJobs(client);
  }

  /** A scope is all or none: this is its group. */
  @Override
  public List<Object> gather(List<Callable<Object>> calls) throws Exception {
    return group(calls);
  }

  @Override
  public List<Outcome<Object>> outcomes(List<Callable<Object>> calls) throws Exception {
    return joined(
        Scope.<Object, Outcome<Object>>awaitAll(Outcome.Success::new, Outcome::of), calls);
  }

  @Override
  public Outcome<Object> firstCompleted(List<Callable<Object>> calls) {
    throw new UnsupportedOperationException(
        "People have no form of it: whoever leaves a scope cancels what is pending");
  }

  @Override
  public void asCompleted(List<Callable<Object>> calls, Consumer<Outcome<Object>> consumer)
      throws Exception {
    BlockingQueue<Outcome<Object>> ended = new LinkedBlockingQueue<>();
    try (Scope<Object, Boolean> scope = Scope.awaitAll()) {
      for (Callable<Object> call : calls) {
        scope.fork(() -> ended.add(BlockingJobs.outcome(call)));
      }
      for (int i = 0; i < calls.size(); i++) {
        consumer.accept(ended.take());
      }
      scope.join();
    }
  }

  @Override
  public List<Object> group(List<Callable<Object>> calls) throws Exception {
    return joined(Scope.allSuccessfulOrThrow(), calls);
  }

  @Override
  public Object within(Callable<Object> call, Duration limit) throws Exception {
    return joined(Scope.anySuccessfulOrThrow(limit), List.of(call));
  }

  @Override
  public List<Object> bounded(List<Callable<Object>> calls, int limit) throws Exception {
    Semaphore permits = new Semaphore(limit);
    List<Callable<Object>> bounded = new ArrayList<>(calls.size());
    for (Callable<Object> call : calls) {
      bounded.add(() -> BlockingJobs.holding(permits, call));
    }
    return gather(bounded);
  }

  @Override
  public Object race(List<Callable<Object>> calls) throws Exception {
    return joined(Scope.anySuccessfulOrThrow(), calls);
  }

  private static <R> R joined(Scope<Object, R> opened, List<Callable<Object>> calls)
      throws Exception {
    try (Scope<Object, R> scope = opened) {
      for (Callable<Object> call : calls) {
        scope.fork(call);
      }
      return scope.join();
    }
  }

  @Override
  public int exchangesInFlight() {
    return client.inFlight();
  }

  @Override
  public void close() {
    client.close();
  }
}
