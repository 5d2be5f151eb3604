package dev.heddle.model;

import static dev.heddle.model.ContractCase.assertCancelled;
import static dev.heddle.model.ContractCase.await;
import static dev.heddle.model.ContractCase.awaitEnd;
import static dev.heddle.model.ContractCase.signal;
import static dev.heddle.model.GroupErrors.assertRaised;
import static dev.heddle.model.GroupErrors.assertRaisedNested;
import static dev.heddle.model.GroupSteps.after;
import static dev.heddle.model.GroupSteps.count;
import static dev.heddle.model.GroupSteps.ignoringCancellationAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.plan.Await;
import dev.heddle.plan.Call;
import dev.heddle.plan.Fail;
import dev.heddle.plan.Group;
import dev.heddle.plan.OpenGroup;
import dev.heddle.plan.Plan;
import dev.heddle.plan.Race;
import dev.heddle.plan.Unit;
import dev.heddle.plan.Value;
import dev.heddle.plan.Within;
import dev.heddle.task.Task;
import dev.heddle.task.TimedOutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The contract of {@link Race}, of which asyncio has no like. Each test carries the ID of its line.
 *
 * <ul>
 *   <li><b>RACE1</b> Given contenders / when the first in time succeeds / then its value is the
 *       race's, whatever its position.
 *   <li><b>RACE2</b> Given RACE1 / then the others are cancelled, and the race yields only when
 *       they have ended, clean-up included.
 *   <li><b>RACE3</b> Given a contender that fails / then it is out, nobody is cancelled, and the
 *       others race on.
 *   <li><b>RACE4</b> Given all fail / then a group exception with every failure, each the identical
 *       object (which failed first cannot be told from outside, so the tests compare sets); an
 *       Error is a failure like any other.
 *   <li><b>RACE5</b> Given a race / when it is cancelled from outside / then all contenders are
 *       cancelled and awaited, then the cancellation goes on, also if a contender swallowed it.
 *   <li><b>RACE6</b> Given no contenders / then IllegalArgumentException.
 *   <li><b>RACE7</b> Given a loser whose clean-up fails, or that yields a value late / then that is
 *       dropped.
 *   <li><b>RACE8</b> Given a contender cancelled on its own / then it is no winner and no failure;
 *       the others race on. If all are, the race ends cancelled; if all others fail, their failures
 *       are raised.
 *   <li><b>RACE9</b> Given one contender / then its value, or a group with its failure.
 *   <li><b>RACE10</b> Given contenders that succeed in the same instant / then exactly one wins.
 *   <li><b>RACE11</b> Given a race is over / then whoever ran it is not cancelled and goes on.
 *   <li><b>RACE12</b> Given a loser that ignores its cancellation / then it is waited for and not
 *       cancelled a second time.
 *   <li><b>RACE13</b> Given a race in a time limit, or a time limit in a race / then the limit
 *       cancels the contenders, or its passing is a contender's failure.
 *   <li><b>RACE14</b> Given a race in a group, or a group in a race / then an abort reaches through
 *       both, and each adds its layer to what is raised.
 * </ul>
 */
class RaceContractTest {

  private static final Duration SOON = Duration.ofMillis(500);

  private final Gate gate = new Gate();
  private final Gate other = new Gate();
  private final Gate trigger = new Gate();
  private final Exception failure = new Exception("E");
  private final Exception second = new Exception("F");
  private final Exception third = new Exception("G");

  /** A contender that succeeds when the test triggers it. */
  private Plan<Integer> winning(int value) {
    return after(trigger, new Value<>(value));
  }

  /** A contender that waits at a gate for good. */
  private static Plan<Integer> waitingAt(Gate gate) {
    return after(gate, new Value<>(-1));
  }

  private void trigger() throws InterruptedException {
    trigger.awaitArrivals(1);
    trigger.open();
  }

  @EachModel
  void RACE1_theFirstSuccessInTimeWinsWhateverItsPosition(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          for (int position = 0; position < 3; position++) {
            Gate start = new Gate();
            List<Plan<Integer>> contenders =
                new ArrayList<>(List.of(waitingAt(gate), waitingAt(gate)));
            contenders.add(position, after(start, new Value<>(position)));
            Task<Integer> race = model.start(new Race<>(contenders));
            gate.awaitArrivals(2);
            start.awaitArrivals(1);
            assertThat(race.isDone()).isFalse();
            start.open();
            assertThat(await(race)).isEqualTo(position);
          }
          assertThat(gate.cancellations()).isEqualTo(6);
        });
  }

  @EachModel
  void RACE1_aContenderThatHasItsValueAtOnceWins(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          List<Plan<Integer>> contenders =
              new ArrayList<>(Collections.nCopies(100, waitingAt(gate)));
          contenders.set(50, new Value<>(7));
          assertThat(model.run(new Race<>(contenders))).isEqualTo(7);
          Task<Integer> done = model.start(new Value<>(8));
          awaitEnd(done);
          assertThat(model.run(new Race<>(List.of(waitingAt(gate), new Await<>(done)))))
              .isEqualTo(8);
        });
  }

  @EachModel
  void RACE2_theLosersAreCancelledAndAwaitedBeforeTheRaceYields(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          AtomicInteger cleaned = new AtomicInteger();
          Plan<Integer> loser = waitingAt(gate).cleanUp(after(other, count(cleaned)));
          Task<Integer> race =
              model.start(new Race<>(List.of(loser, winning(1), loser)).then(count(cleaned)));
          gate.awaitArrivals(2);
          trigger();
          gate.awaitCancellations(2);
          other.awaitArrivals(2);
          assertThat(race.isDone()).as("over while losers clean up").isFalse();
          assertThat(cleaned).hasValue(0);
          other.open();
          assertThat(await(race)).as("clean-ups before what follows the race").isEqualTo(3);
          assertThat(other.cancellations()).as("clean-ups cut short").isZero();
        });
  }

  @EachModel
  void RACE2_aLosingTaskIsCancelledWithWhoeverAwaitsIt(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          CountDownLatch waiting = new CountDownLatch(1);
          Task<Integer> loser = model.start(waitingAt(gate));
          Task<Integer> race =
              model.start(new Race<>(List.of(signal(waiting, new Await<>(loser)), winning(1))));
          gate.awaitArrivals(1);
          await(waiting);
          trigger();
          assertThat(await(race)).isEqualTo(1);
          assertThat(loser.isCancelled()).isTrue();
        });
  }

  @EachModel
  void RACE3_aFailureCancelsNobodyAndTheOthersRaceOn(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<Integer> failing = model.start(after(trigger, new Fail<>(failure)));
          Task<Integer> race =
              model.start(
                  new Race<>(
                      List.of(
                          new Await<>(failing), after(gate, new Value<>(1)), new Fail<>(second))));
          gate.awaitArrivals(1);
          trigger();
          awaitEnd(failing);
          assertThat(race.isDone()).as("over after failures only").isFalse();
          gate.open();
          assertThat(await(race)).isEqualTo(1);
          assertThat(gate.cancellations()).isZero();
        });
  }

  @EachModel
  void RACE4_ifAllFailEveryFailureIsRaised(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Error error = new AssertionError("an Error is a failure like any other");
          Task<Integer> race =
              model.start(
                  new Race<>(
                      List.of(
                          after(gate, new Fail<>(second)),
                          after(trigger, new Fail<>(failure)),
                          after(gate, new Fail<>(error)),
                          after(gate, new Fail<>(third)))));
          gate.awaitArrivals(3);
          trigger();
          gate.open();
          List<Throwable> errors = GroupErrors.of(race);
          assertThat(errors).containsExactlyInAnyOrder(failure, second, third, error);
          assertThat(gate.cancellations()).isZero();
        });
  }

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
              model.start(new Race<>(List.of(slowToEnd, winning(1))).then(trigger.pass()));
          gate.awaitArrivals(1);
          trigger();
          other.awaitArrivals(1);
          assertThat(owner.cancel()).isTrue();
          assertThat(owner.isDone()).as("over while a loser cleans up").isFalse();
          other.open();
          assertCancelled(owner);
          assertThat(other.cancellations()).as("passed on to a loser a second time").isZero();
        });
  }

  @EachModel
  void RACE6_aRaceWithoutContendersIsRefused(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          assertThatThrownBy(() -> new Race<>(List.of()))
              .isInstanceOf(IllegalArgumentException.class)
              .hasMessageContaining("0 contenders");
          Task<Integer> built =
              model.start(
                  new Value<>(List.<Plan<Integer>>of()).then(none -> new Race<Integer>(none)));
          awaitEnd(built);
          assertThat(built.exception().orElseThrow()).isInstanceOf(IllegalArgumentException.class);
        });
  }

  @EachModel
  void RACE7_aFailureOfALosersCleanUpIsDropped(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          AtomicInteger failed = new AtomicInteger();
          Plan<Integer> loser = waitingAt(gate).cleanUp(count(failed).then(new Fail<>(failure)));
          Task<Integer> race = model.start(new Race<>(List.of(loser, loser, winning(1))));
          gate.awaitArrivals(2);
          trigger();
          assertThat(await(race)).isEqualTo(1);
          assertThat(failed).hasValue(2);
        });
  }

  @EachModel
  void RACE7_aValueThatALoserYieldsLateIsDropped(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Plan<Integer> loser = ignoringCancellationAt(gate, new Value<>(2));
          Task<Integer> race = model.start(new Race<>(List.of(loser, winning(1), loser)));
          gate.awaitArrivals(2);
          trigger();
          assertThat(await(race)).isEqualTo(1);
          assertThat(gate.cancellations()).isEqualTo(2);
        });
  }

  @EachModel
  void RACE7_failuresBeforeTheFirstSuccessAreDroppedToo(Model kind) {
    ContractCase.on(
        kind,
        model ->
            assertThat(
                    model.run(
                        new Race<>(
                            List.of(new Fail<>(failure), new Value<>(1), new Fail<>(second)))))
                .isEqualTo(1));
  }

  @EachModel
  void RACE8_aContenderCancelledOnItsOwnIsNoWinnerAndTheOthersRaceOn(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<Integer> cancelled = model.start(waitingAt(gate));
          Task<Integer> race = model.start(new Race<>(List.of(new Await<>(cancelled), winning(1))));
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
          trigger();
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
  void RACE9_ofOneContenderItsValueOrItsFailureInAGroup(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          assertThat(model.run(new Race<>(List.of(new Value<>("v"))))).isEqualTo("v");
          assertThatThrownBy(() -> model.run(new Race<>(List.of(new Fail<>(failure)))))
              .satisfies(raised -> assertThat(GroupErrors.in(raised)).containsExactly(failure));
        });
  }

  @EachModel
  void RACE10_ofSuccessesInTheSameInstantExactlyOneWins(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          for (int round = 0; round < 200; round++) {
            Gate start = new Gate();
            Task<Integer> race =
                model.start(
                    new Race<>(
                        List.of(
                            after(start, new Value<>(1)),
                            after(start, new Value<>(2)),
                            after(start, new Fail<>(failure)))));
            start.awaitArrivals(3);
            start.open();
            assertThat(await(race)).isIn(1, 2);
          }
        });
  }

  @EachModel
  void RACE11_whoeverRanTheRaceGoesOnUncancelled(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<Integer> owner =
              model.start(
                  new Race<>(List.of(waitingAt(gate), winning(1)))
                      .then(won -> after(other, new Value<>(won))));
          gate.awaitArrivals(1);
          trigger();
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
          Task<Integer> race = model.start(new Race<>(List.of(ignoring, alsoLate, winning(1))));
          gate.awaitArrivals(2);
          trigger();
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

  @EachModel
  void RACE13_aTimeLimitCancelsAllContenders(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          AtomicInteger begun = new AtomicInteger();
          AtomicInteger cancelled = new AtomicInteger();
          Plan<Integer> contender = count(begun).then(waitingAt(gate).cleanUp(count(cancelled)));
          Task<Integer> owner =
              model.start(new Within<>(new Race<>(List.of(contender, contender)), SOON));
          awaitEnd(owner);
          assertThat(owner.exception().orElseThrow()).isInstanceOf(TimedOutException.class);
          assertThat(begun).as("contenders that began within the limit").hasPositiveValue();
          assertThat(cancelled).hasValue(begun.get());
          assertThat(gate.cancellations()).isEqualTo(begun.get());
        });
  }

  @EachModel
  void RACE13_aRaceWonInTimeIsNotTouchedByTheLimit(Model kind) {
    ContractCase.on(
        kind,
        model ->
            assertThat(
                    model.run(
                        new Within<>(
                            new Race<>(List.of(waitingAt(gate), new Value<>(1))),
                            Duration.ofMinutes(1))))
                .isEqualTo(1));
  }

  @EachModel
  void RACE13_aContenderThatRunsOutOfTimeHasFailed(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Plan<Integer> limited = new Within<>(waitingAt(gate), Duration.ofMillis(1));
          Plan<Integer> told = limited.recover(thrown -> after(other, new Fail<>(thrown)));
          Task<Integer> won = model.start(new Race<>(List.of(told, winning(1))));
          other.awaitArrivals(1);
          other.open();
          trigger();
          assertThat(await(won)).isEqualTo(1);
          List<Throwable> errors =
              GroupErrors.of(model.start(new Race<>(List.of(limited, new Fail<>(failure)))));
          assertThat(errors).hasSize(2).contains(failure);
          assertThat(errors).hasAtLeastOneElementOfType(TimedOutException.class);
        });
  }

  @EachModel
  void RACE14_aGroupThatAbortsCancelsTheContendersOfItsRaces(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Plan<Integer> race = new Race<>(List.of(waitingAt(gate), waitingAt(gate)));
          Plan<Integer> failing = after(trigger, new Fail<>(failure));
          Task<List<Integer>> fixed = model.start(new Group<>(List.of(race, failing)));
          Task<Integer> open =
              model.start(
                  new OpenGroup<>(group -> group.add(failing).then(group.add(race)).then(race)));
          gate.awaitArrivals(6);
          trigger.awaitArrivals(2);
          trigger.open();
          assertRaised(fixed, failure);
          assertRaised(open, failure);
          assertThat(gate.cancellations()).isEqualTo(6);
        });
  }

  @EachModel
  void RACE14_aRaceInAGroupThatIsWonLeavesTheGroupAlone(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Plan<Integer> race = new Race<>(List.of(waitingAt(gate), winning(1)));
          Task<List<Integer>> group =
              model.start(new Group<>(List.of(race, after(other, new Value<>(2)))));
          other.awaitArrivals(1);
          gate.awaitArrivals(1);
          trigger();
          gate.awaitCancellations(1);
          other.open();
          assertThat(await(group)).containsExactly(1, 2);
          assertThat(other.cancellations()).isZero();
        });
  }

  @EachModel
  void RACE14_aRaceThatFailsInAGroupIsAnEntry(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Plan<Integer> race = new Race<>(List.of(after(trigger, new Fail<>(failure))));
          Task<List<Integer>> group = model.start(new Group<>(List.of(waitingAt(gate), race)));
          gate.awaitArrivals(1);
          trigger();
          assertRaisedNested(group, failure);
          assertThat(gate.cancellations()).isEqualTo(1);
        });
  }

  @EachModel
  void RACE14_aLosingGroupIsCancelledWithItsChildren(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Plan<Integer> fixed =
              new Group<>(List.of(waitingAt(gate), waitingAt(gate))).then(new Value<>(2));
          Plan<Integer> open =
              new OpenGroup<>(group -> group.add(waitingAt(gate)).then(waitingAt(gate)));
          Plan<Integer> inner = new Race<>(List.of(waitingAt(gate)));
          Task<Integer> race = model.start(new Race<>(List.of(fixed, open, inner, winning(1))));
          gate.awaitArrivals(5);
          trigger();
          assertThat(await(race)).isEqualTo(1);
          assertThat(gate.cancellations()).isEqualTo(5);
        });
  }

  @EachModel
  void RACE14_aGroupThatFailsIsOutOfTheRace(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Plan<Integer> fixed =
              new Group<>(List.of(waitingAt(gate), after(trigger, new Fail<>(failure))))
                  .then(new Value<>(2));
          Plan<Integer> open =
              new OpenGroup<>(group -> group.add(new Fail<>(second)).then(waitingAt(gate)));
          Task<Integer> won =
              model.start(new Race<>(List.of(fixed, open, after(other, new Value<>(1)))));
          Task<Integer> lost = model.start(new Race<>(List.of(fixed)));
          other.awaitArrivals(1);
          trigger.awaitArrivals(2);
          trigger.open();
          assertRaisedNested(lost, failure);
          assertThat(won.isDone()).isFalse();
          other.open();
          assertThat(await(won)).isEqualTo(1);
          assertThat(other.cancellations()).isZero();
        });
  }

  @EachModel
  void RACE14_noContenderIsAliveAfterARace(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          AtomicInteger alive = new AtomicInteger();
          Plan<Integer> ends = new Call<>(alive::decrementAndGet);
          Plan<Integer> contender = count(alive).then(waitingAt(gate).cleanUp(ends));
          List<Plan<Integer>> contenders = new ArrayList<>(Collections.nCopies(20, contender));
          contenders.add(winning(1));
          Task<Integer> owner = model.start(new Race<>(contenders).then(new Call<>(alive::get)));
          gate.awaitArrivals(20);
          assertThat(alive).hasValue(20);
          trigger();
          assertThat(await(owner)).isZero();
          assertThat(gate.cancellations()).isEqualTo(20);
        });
  }
}
