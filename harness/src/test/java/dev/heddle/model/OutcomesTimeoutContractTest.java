package dev.heddle.model;

import static dev.heddle.model.ContractCase.assertCancelled;
import static dev.heddle.model.ContractCase.awaitEnd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.plan.Await;
import dev.heddle.plan.Fail;
import dev.heddle.plan.Outcomes;
import dev.heddle.plan.Plan;
import dev.heddle.plan.Unit;
import dev.heddle.plan.Value;
import dev.heddle.plan.Within;
import dev.heddle.task.Outcome;
import dev.heddle.task.Task;
import dev.heddle.task.TimedOutException;
import java.time.Duration;
import java.util.List;

/** Line GE7 of the semantics: gather with return_exceptions under a time limit. */
class OutcomesTimeoutContractTest {

  /** Long enough for the children to begin on a machine that is busy. */
  private static final Duration LIMIT = Duration.ofMillis(300);

  private final Gate gate = new Gate();

  @EachModel
  void GE7_runningOutOfTimeRaisesThatAndCancelsTheUnfinishedAndKeepsFinishedValues(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<Unit> finished = model.start(new Value<>(Unit.UNIT));
          Task<Unit> failed = model.start(new Fail<>(new Exception("E")));
          awaitEnd(finished);
          awaitEnd(failed);
          Task<Unit> unfinished = model.start(gate.pass());
          gate.awaitArrivals(1);
          Plan<List<Outcome<Unit>>> all =
              new Outcomes<Unit>(
                  List.of(
                      new Await<>(finished),
                      gate.pass(),
                      new Await<>(failed),
                      new Await<>(unfinished)));
          Task<List<Outcome<Unit>>> limited = model.start(new Within<>(all, LIMIT));
          gate.awaitArrivals(1);
          awaitEnd(limited);
          assertThat(limited.exception().orElseThrow()).isInstanceOf(TimedOutException.class);
          assertThat(finished.result()).isEqualTo(Unit.UNIT);
          assertCancelled(unfinished);
          assertThat(gate.cancellations()).isEqualTo(2);
        });
  }
}
