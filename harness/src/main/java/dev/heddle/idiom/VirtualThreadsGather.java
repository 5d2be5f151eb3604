package dev.heddle.idiom;

import dev.heddle.http.BlockingClient;
import dev.heddle.plan.Request;
import dev.heddle.plan.Response;
import dev.heddle.plan.Unit;
import dev.heddle.task.CancelHook;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** {@code invokeAll} on an executor that starts a virtual thread for each call. */
final class VirtualThreadsGather implements GatherIdiom {

  private final BlockingClient client;
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

  VirtualThreadsGather(BlockingClient client) {
    this.client = client;
  }

  @Override
  public List<Unit> noOps(int n) throws Exception {
    return gather(Collections.nCopies(n, () -> Unit.UNIT));
  }

  @Override
  public List<Unit> sleeps(int n, Duration duration) throws Exception {
    return gather(
        Collections.nCopies(
            n,
            () -> {
              Thread.sleep(duration);
              return Unit.UNIT;
            }));
  }

  @Override
  public List<Response> fetches(List<Request> requests) throws Exception {
    List<Callable<Response>> calls = new ArrayList<>(requests.size());
    for (Request request : requests) {
      calls.add(() -> client.exchange(request, CancelHook.none()));
    }
    return gather(calls);
  }

  private <T> List<T> gather(List<Callable<T>> calls) throws Exception {
    List<T> values = new ArrayList<>(calls.size());
    for (Future<T> future : executor.invokeAll(calls)) {
      values.add(future.get());
    }
    return values;
  }

  @Override
  public List<String> gaps() {
    return List.of(
        "waits for every child before it reports a failure",
        "reports the leftmost failure, not the first in time",
        "wraps the failure in an ExecutionException");
  }

  @Override
  public void close() {
    executor.close();
    client.close();
  }
}
