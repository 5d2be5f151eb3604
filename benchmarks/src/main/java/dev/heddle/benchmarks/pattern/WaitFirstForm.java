package dev.heddle.benchmarks.pattern;

import dev.heddle.idiom.ByHand;
import dev.heddle.model.Model;
import dev.heddle.plan.Plan;
import dev.heddle.plan.ReturnWhen;
import dev.heddle.plan.Value;
import dev.heddle.plan.Wait;
import java.time.Duration;
import java.util.List;

/**
 * The first child that ends. On the models the end of the run cancels the others and waits for
 * them; by hand they run on.
 */
public final class WaitFirstForm implements HandForm {

  @Override
  public Plan<List<Object>> plan(List<Plan<Object>> children) {
    return Started.all(children)
        .then(tasks -> new Wait<Object>(tasks, ReturnWhen.FIRST_COMPLETED))
        .then(waited -> new Value<>(List.of(waited.done().iterator().next().outcome())));
  }

  /** Whoever leaves a structured scope cancels what is pending. */
  @Override
  public boolean isWrittenWith(Model model) {
    return model != Model.STRUCTURED_SCOPE;
  }

  @Override
  public <J> List<?> byHand(ByHand<J> hand, List<J> jobs) throws Exception {
    return List.of(hand.firstCompleted(jobs));
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
