package dev.heddle.benchmarks.pattern;

import dev.heddle.plan.Await;
import dev.heddle.plan.Call;
import dev.heddle.plan.Cancel;
import dev.heddle.plan.Plan;
import dev.heddle.plan.Start;
import dev.heddle.plan.Value;
import dev.heddle.task.Task;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;

/** Loops over children and tasks, one step after the other. */
final class Started {

  private Started() {}

  /** Starts each child as a task ({@code [create_task(c) for c in children]}). */
  static Plan<List<Task<Object>>> all(List<Plan<Object>> children) {
    return each(children, Start::new);
  }

  /** Awaits each task ({@code [await t for t in tasks]}). */
  static Plan<List<Object>> awaited(List<Task<Object>> tasks) {
    return each(tasks, Await::new);
  }

  /** Requests the cancellation of each task, and goes on with them. */
  static Plan<List<Task<Object>>> cancelled(List<Task<Object>> tasks) {
    return Started.<Task<Object>, Boolean>each(tasks, Cancel::new).then(all -> new Value<>(tasks));
  }

  /** One plan after the other, and what they yield, in order. */
  static <T, R> Plan<List<R>> each(List<T> of, Function<? super T, ? extends Plan<R>> plan) {
    return new Call<List<R>>(() -> new ArrayList<>(of.size()))
        .then(yielded -> rest(of.iterator(), plan, yielded));
  }

  private static <T, R> Plan<List<R>> rest(
      Iterator<T> left, Function<? super T, ? extends Plan<R>> plan, List<R> yielded) {
    return left.hasNext()
        ? plan.apply(left.next())
            .then(
                value -> {
                  yielded.add(value);
                  return rest(left, plan, yielded);
                })
        : new Value<>(yielded);
  }
}
