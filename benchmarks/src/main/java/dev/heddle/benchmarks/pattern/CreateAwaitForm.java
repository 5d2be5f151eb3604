package dev.heddle.benchmarks.pattern;

import dev.heddle.plan.Plan;
import java.util.List;

/** A task for each child, awaited one after the other. */
public final class CreateAwaitForm implements Form {

  @Override
  public Plan<List<Object>> plan(List<Plan<Object>> children) {
    return Started.all(children).then(Started::awaited);
  }
}
