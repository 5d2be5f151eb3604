package dev.heddle.model;

import dev.heddle.plan.Deadline;
import dev.heddle.plan.Plan;
import dev.heddle.plan.Timeout;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** The deadline of the first of a case's blocks to start, for the test to ask. */
final class ObservedDeadline {

  private final CompletableFuture<Deadline> deadline = new CompletableFuture<>();

  /** A block whose deadline the test can ask. */
  <R> Plan<R> timeout(Duration limit, Plan<R> block) {
    return new Timeout<>(
        limit,
        handle -> {
          complete(handle);
          return block;
        });
  }

  /** Tells the deadline of a block that has just started. */
  void complete(Deadline handle) {
    deadline.complete(handle);
  }

  boolean expired() {
    return deadline.resultNow().expired();
  }
}
