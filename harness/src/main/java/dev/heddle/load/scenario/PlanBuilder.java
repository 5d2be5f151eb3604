package dev.heddle.load.scenario;

import dev.heddle.load.DrawnFetches;
import dev.heddle.plan.Bounded;
import dev.heddle.plan.Compute;
import dev.heddle.plan.Fetch;
import dev.heddle.plan.Plan;
import dev.heddle.plan.Within;
import dev.heddle.task.Permits;
import java.util.ArrayList;
import java.util.List;

/** Makes the plan of one arrival, counting its calls off as keys. For one thread and one plan. */
final class PlanBuilder {

  private final DrawnFetches fetches;
  private long nextKey;

  PlanBuilder(DrawnFetches fetches, long firstKey) {
    this.fetches = fetches;
    this.nextKey = firstKey;
  }

  @SuppressWarnings("unchecked") // Whoever runs a plan only takes values out of it.
  Plan<Object> plan(ScenarioNode node) {
    return (Plan<Object>)
        switch (node) {
          case ScenarioNode.Call call -> call(call);
          case ScenarioNode.Sequence(List<ScenarioNode> steps) -> sequence(plans(steps));
          case ScenarioNode.FanOut fanOut -> fanOut(fanOut);
          case ScenarioNode.Timed timed -> new Within<>(plan(timed.work()), timed.limit());
        };
  }

  private Plan<?> call(ScenarioNode.Call call) {
    Fetch fetch = fetches.fetch(call.path(), nextKey++);
    // A token of computation takes about a nanosecond.
    return call.cpu().isZero() ? fetch : fetch.then(new Compute(call.cpu().toNanos()));
  }

  private static Plan<Object> sequence(List<Plan<Object>> steps) {
    Plan<Object> whole = steps.getLast();
    for (Plan<Object> step : steps.reversed().subList(1, steps.size())) {
      whole = step.then(whole);
    }
    return whole;
  }

  private Plan<?> fanOut(ScenarioNode.FanOut fanOut) {
    List<Plan<Object>> children = plans(fanOut.children());
    if (fanOut.bounded().isPresent()) {
      Permits permits = new Permits(fanOut.bounded().getAsInt());
      children.replaceAll(child -> new Bounded<>(permits, child));
    }
    return fanOut.pattern().over(children);
  }

  private List<Plan<Object>> plans(List<ScenarioNode> nodes) {
    List<Plan<Object>> plans = new ArrayList<>(nodes.size());
    nodes.forEach(node -> plans.add(plan(node)));
    return plans;
  }
}
