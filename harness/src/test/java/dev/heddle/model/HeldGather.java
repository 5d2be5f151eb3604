package dev.heddle.model;

import dev.heddle.plan.Gather;
import dev.heddle.plan.Response;
import dev.heddle.task.Task;
import java.io.IOException;
import java.util.Collections;
import java.util.List;

/** A gather of fetches that the stub answers only after five seconds. */
final class HeldGather {

  private final WatchedStub stub;
  private final Task<List<Response>> task;
  private final int children;

  private HeldGather(WatchedStub stub, Task<List<Response>> task, int children) {
    this.stub = stub;
    this.task = task;
    this.children = children;
  }

  /** Starts a gather of {@code children} times {@code GET /delay/5}. */
  static HeldGather start(ExecutionModel model, WatchedStub stub, int children) {
    return new HeldGather(
        stub,
        model.start(new Gather<>(Collections.nCopies(children, stub.get("/delay/5")))),
        children);
  }

  /** The same, and returns when the stub has received every one. */
  static HeldGather startAndAwaitArrival(ExecutionModel model, WatchedStub stub, int children)
      throws IOException {
    HeldGather gather = start(model, stub, children);
    gather.awaitInFlight(children);
    return gather;
  }

  void awaitInFlight(int requests) throws IOException {
    stub.until(requests + " requests in flight", stats -> stats.inFlight() == requests);
  }

  Task<List<Response>> task() {
    return task;
  }

  /**
   * Cancels.
   *
   * @return nanoseconds until the stub was seen to have lost the connection of every child
   */
  long cancelAndAwaitAborts() throws IOException {
    long before = stub.stats().abortedByClient();
    long start = System.nanoTime();
    if (!task.cancel()) {
      throw new AssertionError("The gather had ended before it was cancelled: " + task);
    }
    stub.until(
        children + " aborted requests", stats -> stats.abortedByClient() - before == children);
    return System.nanoTime() - start;
  }
}
