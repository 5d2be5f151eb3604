package dev.heddle.model;

import dev.heddle.plan.Completions;
import dev.heddle.plan.Plan;
import dev.heddle.plan.Value;
import dev.heddle.task.TimedOutException;
import java.util.List;

/** What a consumer of completions gets at its turn where it gets no task. */
enum Turn {
  /** No task is left. */
  NONE,
  /** A task had not ended by the timeout. */
  TIMED_OUT;

  /** A plan that takes one turn and yields the task, one of these, or what else was raised. */
  static <T> Plan<Object> next(Completions<T> completions) {
    return completions
        .next()
        .<Object>then(next -> new Value<>(next.isPresent() ? next.get() : NONE))
        .recover(raised -> new Value<>(raised instanceof TimedOutException ? TIMED_OUT : raised));
  }

  /** A plan that takes so many turns, one after another. */
  static <T> Plan<List<Object>> take(Completions<T> completions, int turns) {
    return Repeat.times(turns, () -> next(completions));
  }
}
