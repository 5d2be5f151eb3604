package dev.heddle.model;

import static dev.heddle.model.ContractCase.assertCancelled;
import static dev.heddle.model.ContractCase.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.plan.Await;
import dev.heddle.plan.Fail;
import dev.heddle.plan.NoOp;
import dev.heddle.plan.Outcomes;
import dev.heddle.plan.Plan;
import dev.heddle.plan.Unit;
import dev.heddle.plan.Value;
import dev.heddle.task.Outcome;
import dev.heddle.task.Task;
import java.util.List;

/**
 * Section 4 of the semantics: gather with return_exceptions. Each test carries the ID of its line.
 */
class OutcomesContractTest {

  private final Gate gate = new Gate();
  private final Exception failure = new Exception("E");

  @EachModel
  void GE1_valuesAndFailuresStandInArgumentOrderAndNothingIsRaised(Model kind) {
    ContractCase.on(
        kind,
        model ->
            assertThat(
                    model.run(
                        new Outcomes<Integer>(
                            List.of(new Value<>(1), new Fail<>(failure), new Value<>(3)))))
                .containsExactly(
                    new Outcome.Success<>(1),
                    new Outcome.Failure<>(failure),
                    new Outcome.Success<>(3)));
  }

  @EachModel
  void GE2_itEndsOnlyWhenTheSlowOneHasEnded(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<Unit> failed = model.start(new Fail<>(failure));
          ContractCase.awaitEnd(failed);
          Task<List<Outcome<Unit>>> all =
              model.start(new Outcomes<Unit>(List.of(new Await<>(failed), gate.pass())));
          gate.awaitArrivals(1);
          assertThat(all.isDone()).isFalse();
          gate.open();
          assertThat(await(all))
              .containsExactly(new Outcome.Failure<>(failure), new Outcome.Success<>(Unit.UNIT));
        });
  }

  @EachModel
  void GE3_aChildCancelledOnItsOwnStandsAsCancelledAndNobodyElseIs(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<Unit> child = model.start(gate.pass());
          Task<List<Outcome<Unit>>> all =
              model.start(new Outcomes<Unit>(List.of(new Await<>(child), new NoOp())));
          gate.awaitArrivals(1);
          child.cancel();
          List<Outcome<Unit>> outcomes = await(all);
          assertThat(outcomes.get(0)).isInstanceOf(Outcome.Cancelled.class);
          assertThat(outcomes.get(1)).isEqualTo(new Outcome.Success<>(Unit.UNIT));
        });
  }

  @EachModel
  void GE4_cancellingItCancelsAllChildrenAndRaisesTheCancellation(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<List<Outcome<Unit>>> all =
              model.start(new Outcomes<Unit>(List.of(gate.pass(), gate.pass())));
          gate.awaitArrivals(2);
          assertThat(all.cancel()).isTrue();
          assertCancelled(all);
          assertThat(gate.cancellations()).isEqualTo(2);
        });
  }

  @EachModel
  void GE5_allFailingGivesAListOfFailures(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Exception second = new Exception("F");
          assertThat(
                  model.run(new Outcomes<Unit>(List.of(new Fail<>(failure), new Fail<>(second)))))
              .containsExactly(new Outcome.Failure<>(failure), new Outcome.Failure<>(second));
        });
  }

  @EachModel
  void GE6_ofNothingIsEmpty(Model kind) {
    ContractCase.on(
        kind, model -> assertThat(model.run(new Outcomes<>(List.<Plan<Unit>>of()))).isEmpty());
  }
}
