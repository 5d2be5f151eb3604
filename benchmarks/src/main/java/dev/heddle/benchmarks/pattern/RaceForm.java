package dev.heddle.benchmarks.pattern;

import dev.heddle.idiom.ByHand;
import dev.heddle.plan.Plan;
import dev.heddle.plan.Race;
import dev.heddle.plan.Value;
import java.time.Duration;
import java.util.List;

/** The first value; the others are cancelled. */
public final class RaceForm implements HandForm {

  @Override
  public Plan<List<Object>> plan(List<Plan<Object>> children) {
    return new Race<Object>(children).then(winner -> new Value<>(List.of(winner)));
  }

  @Override
  public <J> List<?> byHand(ByHand<J> hand, List<J> jobs) throws Exception {
    return List.of(hand.race(jobs));
  }

  @Override
  public Duration least(List<Duration> children, int places) {
    return Schedule.first(children, places);
  }

  @Override
  public ChildPace pace() {
    return ChildPace.FIRST_IS_QUICK;
  }

  @Override
  public int results(int children) {
    return 1;
  }
}
