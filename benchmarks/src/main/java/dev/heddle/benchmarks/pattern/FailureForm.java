package dev.heddle.benchmarks.pattern;

import dev.heddle.idiom.ByHand;
import dev.heddle.plan.Plan;
import java.util.List;

/**
 * A pattern of which one child fails while all others are under way.
 *
 * @param pattern what fails
 */
public record FailureForm(HandForm pattern) implements HandForm {

  @Override
  public Plan<? extends List<?>> plan(List<Plan<Object>> children) {
    return pattern.plan(children);
  }

  @Override
  public <J> List<?> byHand(ByHand<J> hand, List<J> jobs) throws Exception {
    return pattern.byHand(hand, jobs);
  }

  @Override
  public ChildPace pace() {
    return ChildPace.ONE_IS_QUICK;
  }

  @Override
  public int results(int children) {
    return 0;
  }
}
