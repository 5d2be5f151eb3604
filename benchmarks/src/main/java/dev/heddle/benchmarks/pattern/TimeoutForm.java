package dev.heddle.benchmarks.pattern;

import dev.heddle.idiom.ByHand;
import dev.heddle.plan.Plan;
import dev.heddle.plan.Within;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One child after the other, each under a limit that it keeps.
 *
 * @param limit of each child
 */
public record TimeoutForm(Duration limit) implements HandForm {

  @Override
  public Plan<List<Object>> plan(List<Plan<Object>> children) {
    return Started.each(children, child -> new Within<>(child, limit));
  }

  /** One after the other. */
  @Override
  public Duration least(List<Duration> children, int places) {
    return Schedule.inOrder(children, 1);
  }

  @Override
  public <J> List<?> byHand(ByHand<J> hand, List<J> jobs) throws Exception {
    List<Object> values = new ArrayList<>(jobs.size());
    for (J job : jobs) {
      values.add(hand.within(job, limit));
    }
    return values;
  }
}
