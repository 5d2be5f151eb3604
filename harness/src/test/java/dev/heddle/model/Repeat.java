package dev.heddle.model;

import dev.heddle.plan.Plan;
import dev.heddle.plan.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The same step of a plan several times, one after another. */
final class Repeat {

  private Repeat() {}

  /** A plan that runs a step so often and yields what it yielded each time. */
  static <T> Plan<List<T>> times(int count, Supplier<? extends Plan<T>> step) {
    return after(List.of(), count, step);
  }

  private static <T> Plan<List<T>> after(
      List<T> yielded, int count, Supplier<? extends Plan<T>> step) {
    if (yielded.size() == count) {
      return new Value<>(yielded);
    }
    return step.get()
        .then(
            value -> {
              List<T> more = new ArrayList<>(yielded);
              more.add(value);
              return after(more, count, step);
            });
  }
}
