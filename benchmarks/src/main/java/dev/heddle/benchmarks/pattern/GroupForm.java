package dev.heddle.benchmarks.pattern;

import dev.heddle.idiom.ByHand;
import dev.heddle.plan.Group;
import dev.heddle.plan.Plan;
import java.util.List;

/** All or none. */
public final class GroupForm implements HandForm {

  @Override
  public Plan<List<Object>> plan(List<Plan<Object>> children) {
    return new Group<>(children);
  }

  @Override
  public <J> List<?> byHand(ByHand<J> hand, List<J> jobs) throws Exception {
    return hand.group(jobs);
  }
}
