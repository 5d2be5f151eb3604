package dev.heddle.benchmarks.pattern;

import dev.heddle.idiom.ByHand;
import dev.heddle.plan.Outcomes;
import dev.heddle.plan.Plan;
import dev.heddle.task.Outcome;
import java.util.List;

/** How each child ended, in order. */
public final class OutcomesForm implements HandForm {

  @Override
  public Plan<List<Outcome<Object>>> plan(List<Plan<Object>> children) {
    return new Outcomes<>(children);
  }

  @Override
  public <J> List<?> byHand(ByHand<J> hand, List<J> jobs) throws Exception {
    return hand.outcomes(jobs);
  }
}
