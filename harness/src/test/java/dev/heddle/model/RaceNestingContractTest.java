package dev.heddle.model;

import static dev.heddle.model.Contenders.waitingAt;
import static dev.heddle.model.ContractCase.await;
import static dev.heddle.model.ContractCase.awaitEnd;
import static dev.heddle.model.GroupErrors.assertRaised;
import static dev.heddle.model.GroupErrors.assertRaisedNested;
import static dev.heddle.model.GroupSteps.after;
import static dev.heddle.model.GroupSteps.count;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.plan.Call;
import dev.heddle.plan.Fail;
import dev.heddle.plan.Group;
import dev.heddle.plan.OpenGroup;
import dev.heddle.plan.Plan;
import dev.heddle.plan.Race;
import dev.heddle.plan.Value;
import dev.heddle.plan.Within;
import dev.heddle.task.Task;
import dev.heddle.task.TimedOutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The lines of {@link RaceContractTest} on races in time limits and groups, and those in races.
 * Each test carries the ID of its line.
 */
class RaceNestingContractTest {

  private static final Duration SOON = Duration.ofMillis(500);

  private final Gate gate = new Gate();
  private final Gate other = new Gate();
  private final Gate trigger = new Gate();
  private final Exception failure = new Exception("E");
  private final Exception second = new Exception("F");
  private final Contenders racing = new Contenders(trigger);

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
          Task<Integer> won = model.start(new Race<>(List.of(told, racing.winning(1))));
          other.awaitArrivals(1);
          other.open();
          racing.trigger();
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
          Plan<Integer> race = new Race<>(List.of(waitingAt(gate), racing.winning(1)));
          Task<List<Integer>> group =
              model.start(new Group<>(List.of(race, after(other, new Value<>(2)))));
          other.awaitArrivals(1);
          gate.awaitArrivals(1);
          racing.trigger();
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
          racing.trigger();
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
          Task<Integer> race =
              model.start(new Race<>(List.of(fixed, open, inner, racing.winning(1))));
          gate.awaitArrivals(5);
          racing.trigger();
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
          contenders.add(racing.winning(1));
          Task<Integer> owner = model.start(new Race<>(contenders).then(new Call<>(alive::get)));
          gate.awaitArrivals(20);
          assertThat(alive).hasValue(20);
          racing.trigger();
          assertThat(await(owner)).isZero();
          assertThat(gate.cancellations()).isEqualTo(20);
        });
  }
}
