package dev.heddle.load.scenario;

import dev.heddle.load.DrawnFetches;
import dev.heddle.load.Scenario;
import dev.heddle.plan.Plan;
import java.net.URI;
import java.util.function.LongFunction;

/**
 * A scenario as a file says it. Calls are counted off over all arrivals, and the K-th of a run gets
 * the K-th draw of the seed, so that all models wait for the same delays and meet the same
 * failures.
 *
 * @param file what an arrival does
 * @param seed decides delays and failures
 */
public record FileScenario(ScenarioFile file, long seed) implements Scenario {

  @Override
  public int exchanges() {
    return file.plan().calls();
  }

  @Override
  public LongFunction<Plan<?>> plans(URI server) {
    DrawnFetches fetches = DrawnFetches.from(server, seed);
    int calls = exchanges();
    return number -> new PlanBuilder(fetches, number * calls).plan(file.plan());
  }

  @Override
  public boolean mayBeCutShort() {
    return file.plan().mayBeCutShort();
  }

  @Override
  public boolean mayFail() {
    return file.plan().mayFail();
  }
}
