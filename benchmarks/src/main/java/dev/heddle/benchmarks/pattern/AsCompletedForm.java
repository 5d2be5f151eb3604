package dev.heddle.benchmarks.pattern;

import dev.heddle.idiom.ByHand;
import dev.heddle.plan.AsCompleted;
import dev.heddle.plan.Completions;
import dev.heddle.plan.Plan;
import dev.heddle.plan.Value;
import dev.heddle.task.Outcome;
import java.util.ArrayList;
import java.util.List;

/** Each result as it comes, to the last. */
public final class AsCompletedForm implements HandForm {

  @Override
  public Plan<List<Outcome<Object>>> plan(List<Plan<Object>> children) {
    return new AsCompleted<>(children)
        .then(rest -> drained(rest, new ArrayList<>(children.size())));
  }

  private static Plan<List<Outcome<Object>>> drained(
      Completions<Object> rest, List<Outcome<Object>> seen) {
    return rest.next()
        .then(
            next -> {
              next.ifPresent(task -> seen.add(task.outcome()));
              return next.isPresent() ? drained(rest, seen) : new Value<>(seen);
            });
  }

  @Override
  public <J> List<?> byHand(ByHand<J> hand, List<J> jobs) throws Exception {
    List<Outcome<Object>> seen = new ArrayList<>(jobs.size());
    hand.asCompleted(jobs, seen::add);
    return seen;
  }
}
