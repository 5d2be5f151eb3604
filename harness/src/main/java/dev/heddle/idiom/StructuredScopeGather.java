package dev.heddle.idiom;

import dev.heddle.http.BlockingClient;
import dev.heddle.plan.Request;
import dev.heddle.plan.Response;
import dev.heddle.plan.Unit;
import dev.heddle.scope.Scope;
import dev.heddle.task.CancelHook;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;

/** A bare scope that all subtasks must leave successfully. */
final class StructuredScopeGather implements GatherIdiom {

  private final BlockingClient client;

  StructuredScopeGather(BlockingClient client) {
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

  private static <T> List<T> gather(List<Callable<T>> calls) throws Exception {
    try (Scope<T, List<T>> scope = Scope.allSuccessfulOrThrow()) {
      for (Callable<T> call : calls) {
        scope.fork(call);
      }
      return scope.join();
    }
  }

  @Override
  public List<String> gaps() {
    return List.of(
        "cancels the other children at the first failure and waits for them",
        "wraps the failure in a FailedException",
        "counts a cancelled child as a failure");
  }

  @Override
  public void close() {
    client.close();
  }
}
