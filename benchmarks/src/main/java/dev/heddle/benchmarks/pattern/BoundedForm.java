package dev.heddle.benchmarks.pattern;

import dev.heddle.idiom.ByHand;
import dev.heddle.plan.Bounded;
import dev.heddle.plan.Gather;
import dev.heddle.plan.Plan;
import dev.heddle.task.Permits;
import java.time.Duration;
import java.util.List;

/**
 * Gather with a limit.
 *
 * @param limit how many children run at once, on every model
 */
public record BoundedForm(int limit) implements HandForm {

  @Override
  public Plan<List<Object>> plan(List<Plan<Object>> children) {
    Permits permits = new Permits(limit);
    return new Gather<>(children.stream().map(child -> new Bounded<>(permits, child)).toList());
  }

  @Override
  public Duration least(List<Duration> children, int places) {
    return Schedule.inOrder(children, Math.min(limit, places));
  }

  @Override
  public <J> List<?> byHand(ByHand<J> hand, List<J> jobs) throws Exception {
    return hand.bounded(jobs, limit);
  }
}
