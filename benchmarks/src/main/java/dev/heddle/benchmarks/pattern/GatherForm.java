package dev.heddle.benchmarks.pattern;

import dev.heddle.idiom.ByHand;
import dev.heddle.plan.Gather;
import dev.heddle.plan.Plan;
import java.util.List;

/** All results in order, whatever happens to one child. */
public final class GatherForm implements HandForm {

  @Override
  public Plan<List<Object>> plan(List<Plan<Object>> children) {
    return new Gather<>(children);
  }

  @Override
  public <J> List<?> byHand(ByHand<J> hand, List<J> jobs) throws Exception {
    return hand.gather(jobs);
  }
}
