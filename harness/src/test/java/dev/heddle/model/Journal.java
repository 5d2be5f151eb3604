package dev.heddle.model;

import dev.heddle.plan.Call;
import dev.heddle.plan.Plan;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** What plans noted, in the order in which they did, for a test that waits for each entry. */
final class Journal<T> {

  private final BlockingQueue<T> entries = new LinkedBlockingQueue<>();

  /** A plan that notes an entry and yields it. */
  Plan<T> note(T entry) {
    return new Call<>(
        () -> {
          entries.add(entry);
          return entry;
        });
  }

  /** The next entry, waiting for it within a bound. */
  T next() throws InterruptedException {
    T entry = entries.poll(20, TimeUnit.SECONDS);
    if (entry == null) {
      throw new AssertionError("Nothing was noted within 20 s");
    }
    return entry;
  }
}
