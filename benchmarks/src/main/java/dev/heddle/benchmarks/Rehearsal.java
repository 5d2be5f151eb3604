package dev.heddle.benchmarks;

import dev.heddle.benchmarks.run.Cell;
import dev.heddle.benchmarks.run.RunPlan;
import dev.heddle.benchmarks.run.Stub;
import dev.heddle.load.ClosedLoop;
import dev.heddle.load.Scenario;
import dev.heddle.model.ExecutionModel;
import dev.heddle.model.Model;
import dev.heddle.model.ModelOptions;
import java.io.IOException;
import java.time.Duration;

/**
 * Lets a stub answer what a load will ask, until it answers no faster any more. Its own warm-up
 * knows neither the load's routes nor its many connections: without this the first forks of a load
 * met a server that compiled its code meanwhile, with response times of hundreds of milliseconds,
 * and whichever models came first paid for it.
 */
final class Rehearsal {

  private static final int UNDER_WAY = 64;
  private static final Duration WINDOW = Duration.ofSeconds(1);
  private static final int FEWEST = 4;
  private static final int MOST = 12;
  private static final double FLAT = 1.05;

  private Rehearsal() {}

  /** Lasts four to twelve seconds, or no time where nothing is fetched. */
  static void of(RunPlan plan, Stub stub) throws IOException, InterruptedException {
    Cell cell = plan.cells().getFirst();
    if (!LoadPlans.fetches(cell)) {
      return;
    }
    Scenario scenario = LoadPlans.scenario(cell);
    try (ExecutionModel model = Model.VIRTUAL_THREADS.open(ModelOptions.DEFAULT)) {
      double best = 0;
      int sinceBetter = 0;
      for (int window = 0; window < MOST && (window < FEWEST || sinceBetter < 2); window++) {
        double rate =
            ClosedLoop.of(model, scenario.plans(stub.address()), UNDER_WAY, WINDOW).perSecond();
        sinceBetter = rate > FLAT * best ? 0 : sinceBetter + 1;
        best = Math.max(best, rate);
      }
    }
    stub.resetStats();
  }
}
