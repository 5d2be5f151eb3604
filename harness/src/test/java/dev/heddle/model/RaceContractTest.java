package dev.heddle.model;

import static dev.heddle.model.Contenders.waitingAt;
import static dev.heddle.model.ContractCase.await;
import static dev.heddle.model.ContractCase.awaitEnd;
import static dev.heddle.model.ContractCase.signal;
import static dev.heddle.model.GroupSteps.after;
import static dev.heddle.model.GroupSteps.count;
import static dev.heddle.model.GroupSteps.ignoringCancellationAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.plan.Await;
import dev.heddle.plan.Fail;
import dev.heddle.plan.Plan;
import dev.heddle.plan.Race;
import dev.heddle.plan.Value;
import dev.heddle.task.Task;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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

  private final Gate gate = new Gate();
  private final Gate other = new Gate();
  private final Gate trigger = new Gate();
  private final Exception failure = new Exception("E");
  private final Exception second = new Exception("F");
  private final Exception third = new Exception("G");
  private final Contenders racing = new Contenders(trigger);

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
              model.start(
                  new Race<>(List.of(loser, racing.winning(1), loser)).then(count(cleaned)));
          gate.awaitArrivals(2);
          racing.trigger();
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
              model.start(
                  new Race<>(List.of(signal(waiting, new Await<>(loser)), racing.winning(1))));
          gate.awaitArrivals(1);
          await(waiting);
          racing.trigger();
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
          racing.trigger();
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
          racing.trigger();
          gate.open();
          List<Throwable> errors = GroupErrors.of(race);
          assertThat(errors).containsExactlyInAnyOrder(failure, second, third, error);
          assertThat(gate.cancellations()).isZero();
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
          Task<Integer> race = model.start(new Race<>(List.of(loser, loser, racing.winning(1))));
          gate.awaitArrivals(2);
          racing.trigger();
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
          Task<Integer> race = model.start(new Race<>(List.of(loser, racing.winning(1), loser)));
          gate.awaitArrivals(2);
          racing.trigger();
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
}
