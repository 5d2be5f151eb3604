package dev.heddle.model;

import static dev.heddle.model.Contenders.waitingAt;
import static dev.heddle.model.ContractCase.assertCancelled;
import static dev.heddle.model.ContractCase.await;
import static dev.heddle.model.GroupSteps.after;
import static dev.heddle.model.GroupSteps.count;
import static dev.heddle.model.GroupSteps.ignoringCancellationAt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.plan.Await;
import dev.heddle.plan.Fail;
import dev.heddle.plan.Plan;
import dev.heddle.plan.Race;
import dev.heddle.plan.Unit;
import dev.heddle.plan.Value;
import dev.heddle.task.Task;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The lines of {@link RaceContractTest} on who is cancelled, by whom, and who is not. Each test
 * carries the ID of its line.
 */
class RaceCancellationContractTest {

  private final Gate gate = new Gate();
  private final Gate other = new Gate();
  private final Gate trigger = new Gate();
  private final Exception failure = new Exception("E");
  private final Exception second = new Exception("F");
  private final Contenders racing = new Contenders(trigger);

  @EachModel
  void RACE5_cancellingTheRaceCancelsAllAndWaitsForThem(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Plan<Integer> slowToEnd = waitingAt(gate).cleanUp(other.pass());
          Task<Integer> race =
              model.start(new Race<>(List.of(slowToEnd, new Fail<>(failure), slowToEnd)));
          gate.awaitArrivals(2);
          assertThat(race.cancel()).isTrue();
          gate.awaitCancellations(2);
          other.awaitArrivals(2);
          assertThat(race.isDone()).as("over while contenders clean up").isFalse();
          other.open();
          assertCancelled(race);
          assertThat(other.cancellations()).isZero();
        });
  }

  @EachModel
  void RACE5_theRaceIsCancelledEvenIfAContenderSwallowsThatAndYieldsAValue(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          AtomicInteger swallowed = new AtomicInteger();
          Plan<Integer> swallowing = ignoringCancellationAt(gate, count(swallowed));
          Task<Integer> race = model.start(new Race<>(List.of(swallowing, waitingAt(gate))));
          gate.awaitArrivals(2);
          race.cancel();
          assertCancelled(race);
          assertThat(swallowed).hasValue(1);
          assertThat(gate.cancellations()).isEqualTo(2);
        });
  }

  @EachModel
  void RACE5_aCancellationWhileLosersAreAwaitedIsNotLost(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Plan<Integer> slowToEnd = waitingAt(gate).cleanUp(other.pass());
          Task<Unit> owner =
              model.start(new Race<>(List.of(slowToEnd, racing.winning(1))).then(trigger.pass()));
          gate.awaitArrivals(1);
          racing.trigger();
          other.awaitArrivals(1);
          assertThat(owner.cancel()).isTrue();
          assertThat(owner.isDone()).as("over while a loser cleans up").isFalse();
          other.open();
          assertCancelled(owner);
          assertThat(other.cancellations()).as("passed on to a loser a second time").isZero();
        });
  }

  @EachModel
  void RACE8_aContenderCancelledOnItsOwnIsNoWinnerAndTheOthersRaceOn(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<Integer> cancelled = model.start(waitingAt(gate));
          Task<Integer> race =
              model.start(new Race<>(List.of(new Await<>(cancelled), racing.winning(1))));
          gate.awaitArrivals(1);
          trigger.awaitArrivals(1);
          cancelled.cancel();
          assertCancelled(cancelled);
          assertThat(race.isDone()).as("won by a cancelled contender").isFalse();
          trigger.open();
          assertThat(await(race)).isEqualTo(1);
          assertThat(trigger.cancellations()).isZero();
        });
  }

  @EachModel
  void RACE8_ifAllAreCancelledOnTheirOwnTheRaceEndsCancelled(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<Integer> one = model.start(waitingAt(gate));
          Plan<Integer> throwing = after(trigger, new Fail<>(new CancellationException("own")));
          Task<Integer> race = model.start(new Race<>(List.of(new Await<>(one), throwing)));
          gate.awaitArrivals(1);
          racing.trigger();
          assertThat(race.isDone()).as("over while a contender waits").isFalse();
          one.cancel();
          assertCancelled(race);
          assertCancelled(one);
        });
  }

  @EachModel
  void RACE8_failuresAreRaisedIfTheRestWasCancelledOnItsOwn(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<Integer> one = model.start(waitingAt(gate));
          Task<Integer> race =
              model.start(
                  new Race<>(List.of(new Fail<>(failure), new Await<>(one), new Fail<>(second))));
          gate.awaitArrivals(1);
          one.cancel();
          assertThat(GroupErrors.of(race)).containsExactlyInAnyOrder(failure, second);
        });
  }

  @EachModel
  void RACE11_whoeverRanTheRaceGoesOnUncancelled(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<Integer> owner =
              model.start(
                  new Race<>(List.of(waitingAt(gate), racing.winning(1)))
                      .then(won -> after(other, new Value<>(won))));
          gate.awaitArrivals(1);
          racing.trigger();
          other.awaitArrivals(1);
          other.open();
          assertThat(await(owner)).isEqualTo(1);
          assertThat(gate.cancellations()).isEqualTo(1);
          assertThat(other.cancellations()).isZero();
        });
  }

  @EachModel
  void RACE11_whoeverRanARaceThatFailedGoesOnUncancelled(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<Integer> owner =
              model.start(
                  new Race<Integer>(List.of(new Fail<>(failure), new Fail<>(second)))
                      .recover(thrown -> after(other, new Value<>(1))));
          other.awaitArrivals(1);
          other.open();
          assertThat(await(owner)).isEqualTo(1);
          assertThat(other.cancellations()).isZero();
        });
  }

  @EachModel
  void RACE12_aLoserThatIgnoresItsCancellationIsWaitedFor(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Gate last = new Gate();
          AtomicInteger ended = new AtomicInteger();
          Plan<Integer> ignoring =
              ignoringCancellationAt(gate, after(other, after(last, count(ended))));
          Plan<Integer> alsoLate = ignoringCancellationAt(gate, new Value<>(2));
          Task<Integer> race =
              model.start(new Race<>(List.of(ignoring, alsoLate, racing.winning(1))));
          gate.awaitArrivals(2);
          racing.trigger();
          gate.awaitCancellations(2);
          other.awaitArrivals(1);
          assertThat(race.isDone()).as("over while a loser works on").isFalse();
          other.open();
          last.awaitArrivals(1);
          last.open();
          assertThat(await(race)).isEqualTo(1);
          assertThat(ended).hasValue(1);
          assertThat(other.cancellations()).as("cancelled a second time").isZero();
          assertThat(last.cancellations()).as("cancelled a second time").isZero();
        });
  }
}
