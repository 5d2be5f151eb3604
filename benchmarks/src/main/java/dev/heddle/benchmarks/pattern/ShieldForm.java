package dev.heddle.benchmarks.pattern;

import dev.heddle.plan.Gather;
import dev.heddle.plan.Plan;
import dev.heddle.plan.Shield;
import java.util.List;

/** Gather of children that would outlive its cancellation. */
public final class ShieldForm implements Form {

  @Override
  public Plan<List<Object>> plan(List<Plan<Object>> children) {
    return new Gather<>(children.stream().map(Shield::new).toList());
  }
}
