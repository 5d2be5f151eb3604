package dev.heddle.benchmarks.pattern;

import dev.heddle.plan.Plan;
import dev.heddle.plan.ReturnWhen;
import dev.heddle.plan.Value;
import dev.heddle.plan.Wait;
import dev.heddle.task.Task;
import java.time.Duration;
import java.util.List;

/** A task for each child, all cancelled at once, and all waited for. */
public final class CreateCancelForm implements Form {

  @Override
  public Plan<List<Task<Object>>> plan(List<Plan<Object>> children) {
    return Started.all(children).then(Started::cancelled).then(CreateCancelForm::waitedFor);
  }

  private static Plan<List<Task<Object>>> waitedFor(List<Task<Object>> tasks) {
    return new Wait<Object>(tasks, ReturnWhen.ALL_COMPLETED).then(all -> new Value<>(tasks));
  }

  /** Nobody waits for what is cancelled. */
  @Override
  public Duration least(List<Duration> children, int places) {
    return Duration.ZERO;
  }

  @Override
  public ChildPace pace() {
    return ChildPace.ENDLESS;
  }
}
