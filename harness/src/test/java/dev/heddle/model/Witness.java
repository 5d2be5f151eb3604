package dev.heddle.model;

import dev.heddle.plan.Call;
import dev.heddle.plan.Fail;
import dev.heddle.plan.Plan;
import java.util.concurrent.atomic.AtomicInteger;

/** Sees plans begin and cancellations come out of them. */
final class Witness {

  private final AtomicInteger begun = new AtomicInteger();
  private final AtomicInteger cancelled = new AtomicInteger();

  /** The same plan, in the sight of this witness. */
  <R> Plan<R> watch(Plan<R> plan) {
    return new Call<>(begun::incrementAndGet)
        .then(plan)
        .onCancel(
            cancellation -> {
              cancelled.incrementAndGet();
              return new Fail<>(cancellation);
            });
  }

  /** How many have begun. */
  int begun() {
    return begun.get();
  }

  /** Out of how many a cancellation came. */
  int cancelled() {
    return cancelled.get();
  }
}
