package dev.heddle.model.random;

import static dev.heddle.model.random.Ending.CANCELLED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.model.random.Ending.Failure;
import dev.heddle.model.random.Ending.Failure.Known;
import dev.heddle.model.random.Script.*;
import dev.heddle.plan.ReturnWhen;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the reference allows, worked out by hand from the lines that each test is named after. */
class ReferenceTest {

  private static final Script AWAITED_CANCELLED = new Then(new Cancel(1), new Await(1));

  @Test
  void G1_gatherYieldsValuesInArgumentOrderWhateverTheOrderOfEnds() {
    assertAllowed(
        new Gather(List.of(new Value(1), new Call(2), new Then(new SleepZero(), new Value(3)))),
        value(List.of(1, 2, 3)));
  }

  @Test
  void G5_G9_gatherFailsWithAnyOfTheFailuresThatMayComeFirst() {
    assertAllowed(
        new Gather(List.of(new Fail(1), new Forever(), new Throw(2))), failed(1), failed(2));
  }

  @Test
  void G6_theSiblingOfAFailedChildRunsOn() {
    Script failing = new Gather(List.of(new Await(1), new Fail(2)));
    Script rest = new Then(new Recover(failing, new NoOp()), new Then(new Open(0), new Await(1)));
    assertAllowed(new Start(1, new Then(new Pass(0), new Value(7)), rest), value(7));
  }

  @Test
  void G12_aCancelledGatherCancelsItsChildren() {
    Script gather = new Gather(List.of(new Pass(0), new Forever()));
    assertAllowed(
        new Start(1, gather, new Then(new AwaitArrival(0), AWAITED_CANCELLED)), CANCELLED);
  }

  @Test
  void G16_G17_aCancelledGatherEndsCancelledUnlessACleanUpFails() {
    Script swallowing = new OnCancel(new Pass(0), new Value(1));
    Script failing = new OnCancel(new Pass(1), new Fail(2));
    Script arrived = new Then(new AwaitArrival(0), new AwaitArrival(1));
    assertAllowed(
        new Start(
            1, new Gather(List.of(swallowing, failing)), new Then(arrived, AWAITED_CANCELLED)),
        failed(2));
    assertAllowed(
        new Start(
            1, new Gather(List.of(swallowing)), new Then(new AwaitArrival(0), AWAITED_CANCELLED)),
        CANCELLED);
  }

  @Test
  void GE1_outcomesStandInArgumentOrder() {
    assertAllowed(
        new Outcomes(List.of(new Fail(1), new Value(2), new RaiseCancellation())),
        value(List.of(failed(1), value(2), CANCELLED)));
  }

  @Test
  void T6_T7_aCancelCatchesATaskBeforeOrAfterItsEnd() {
    assertAllowed(new Start(1, new Value(5), AWAITED_CANCELLED), value(5), CANCELLED);
  }

  @Test
  void T11_T12_aBodyThatCatchesTheCancellationDecides() {
    Script arrived = new Then(new AwaitArrival(0), AWAITED_CANCELLED);
    assertAllowed(new Start(1, new OnCancel(new Pass(0), new Value(42)), arrived), value(42));
    assertAllowed(new Start(1, new OnCancel(new Pass(0), new Fail(1)), arrived), failed(1));
  }

  @Test
  void T16_aRequestThatIsNeverDeliveredMakesTheTaskCancelled() {
    assertAllowed(new Then(new CancelSelf(), new Value(1)), CANCELLED);
    assertAllowed(new Then(new CancelSelf(), new Fail(1)), failed(1));
  }

  @Test
  void W2_W3_firstCompletedFindsAllThatAreDoneAtItsReturn() {
    Script wait = new Wait(List.of(1, 2), ReturnWhen.FIRST_COMPLETED, Limit.NONE);
    assertAllowed(
        new Start(1, new Value(1), new Start(2, new Fail(1), wait)),
        value(List.of(1)),
        value(List.of(2)),
        value(List.of(1, 2)));
  }

  @Test
  void W6_aCancelledTaskDoesNotEndAWaitForAFailure() {
    Script wait = new Wait(List.of(1, 2), ReturnWhen.FIRST_EXCEPTION, Limit.HOURS);
    assertAllowed(
        new Start(1, new RaiseCancellation(), new Start(2, new Value(1), wait)),
        value(List.of(1, 2)));
  }

  @Test
  void AC1_AC2_completionsComeInTheOrderOfEnds() {
    assertAllowed(
        new AsCompleted(1, List.of(new Value(1), new Fail(2)), 3, Limit.NONE),
        value(List.of(value(1), failed(2))),
        value(List.of(failed(2), value(1))));
  }

  @Test
  void AC6_whatHasNotEndedInTimeTimesOutOneByOne() {
    assertAllowed(
        new AsCompleted(1, List.of(new Forever(), new SleepHours()), 3, Limit.SHORT),
        value(List.of(timedOut(), timedOut())));
  }

  @Test
  void TG4_TG8_aGroupRaisesAllThatFailedBeforeItWasShutDown() {
    assertAllowed(
        new Group(List.of(new Fail(1), new Throw(2), new Forever())),
        grouped(planted(1)),
        grouped(planted(2)),
        grouped(planted(1), planted(2)));
  }

  @Test
  void TG5_TG9_theBodyOfAFailedGroupIsCancelledAndItsFailureIsAdded() {
    assertAllowed(
        new OpenGroup(1, new Add(1, 2, new Fail(1), new OnCancel(new Forever(), new Fail(2)))),
        grouped(planted(1), planted(2)));
  }

  @Test
  void TG21_aFinishedGroupTakesNothingMore() {
    Script latecomer = new Then(new Pass(0), new Add(1, 3, new Value(1), new Value(2)));
    Script outside = new Start(2, latecomer, new Open(1));
    assertAllowed(
        new OpenGroup(1, new Start(2, latecomer, new Then(new AwaitArrival(0), new Value(9)))),
        value(9));
    assertThat(Reference.explore(new Then(new OpenGroup(1, outside), new NoOp())).isUsable())
        .isTrue();
  }

  @Test
  void TG24_aGroupInAGroupNestsItsFailure() {
    Script inner = new OpenGroup(2, new Add(2, 3, new Fail(1), new Forever()));
    assertAllowed(
        new OpenGroup(1, inner),
        Ending.failed(new Failure.Grouped(Set.of(new Failure.Grouped(Set.of(planted(1)))))));
  }

  @Test
  void TO2_TO7_TO8_workThatIsTooSlowTimesOutUnlessItSaysOtherwise() {
    assertAllowed(new Within(new Forever(), Limit.SHORT), timedOut());
    assertAllowed(new Within(new Then(new SleepZero(), new Forever()), Limit.ZERO), timedOut());
    assertAllowed(new Within(new Recover(new Forever(), new Value(1)), Limit.SHORT), timedOut());
  }

  @Test
  void TO7_workThatSwallowsTheCancellationOfItsLimitDecides() {
    assertAllowed(
        new Then(new NoOp(), new Within(new OnCancel(new Forever(), new Value(3)), Limit.SHORT)),
        value(3));
  }

  @Test
  void TO15_TO16_aBlockKnowsWhetherItsDeadlineCancelledIt() {
    assertAllowed(new Timeout(new Value(1), Limit.ZERO), value(List.of(1, false)));
    assertAllowed(
        new Timeout(new OnCancel(new Forever(), new Value(1)), Limit.SHORT),
        value(List.of(1, true)));
  }

  @Test
  void SEM5_SEM15_aPermitIsNotReentrantAndACancelledWaiterLosesNone() {
    Script inner = new Bounded(Permit.SINGLE, 2, new Value(1));
    assertAllowed(new Bounded(Permit.SINGLE, 1, new Within(inner, Limit.SHORT)), timedOut());
    assertThat(Reference.explore(new Bounded(Permit.SINGLE, 1, inner)).mayHang()).isTrue();
    assertAllowed(new Bounded(Permit.PAIR, 1, inner), value(1));
  }

  @Test
  void S2_whatIsShieldedGoesOnWhenWhoWaitsIsCancelled() {
    Script waiter = new Within(new Shield(9, new Await(1)), Limit.SHORT);
    Script rest = new Then(new Recover(waiter, new Open(0)), new Await(1));
    assertAllowed(new Start(1, new Then(new Pass(0), new Value(4)), rest), value(4));
  }

  @Test
  void raceYieldsAnyValueThatMayComeFirstOrAllFailures() {
    assertAllowed(
        new Race(List.of(new Value(1), new Value(2), new Forever(), new Fail(3))),
        value(1),
        value(2));
    assertAllowed(
        new Race(List.of(new Fail(1), new RaiseCancellation(), new Throw(2))),
        grouped(planted(1), planted(2)));
    assertAllowed(new Race(List.of(new RaiseCancellation())), CANCELLED);
  }

  @Test
  void aScriptThatMayHangIsKnown() {
    assertThat(Reference.explore(new Forever()).mayHang()).isTrue();
    assertThat(Reference.explore(new OnCancel(new CancelSelf(), new NoOp())).mayHang()).isFalse();
    Script stubborn = new OnCancel(new Forever(), new Forever());
    assertThat(Reference.explore(new Start(1, stubborn, new AwaitArrival(0))).mayHang()).isTrue();
    assertThat(Reference.explore(new Gather(List.of(new Fail(1), stubborn))).mayHang()).isTrue();
    assertThat(Reference.explore(new Gather(List.of(new Fail(1), new Forever()))).mayHang())
        .isFalse();
  }

  private static void assertAllowed(Script script, Ending... endings) {
    Reference.Allowed allowed = Reference.explore(script);
    assertThat(allowed.isUsable()).as("may be held to").isTrue();
    assertThat(allowed.endings()).containsExactlyInAnyOrder(endings);
  }

  private static Ending value(Object value) {
    return new Ending.Value(value);
  }

  private static Failure planted(int number) {
    return new Failure.Planted(number);
  }

  private static Ending failed(int number) {
    return Ending.failed(planted(number));
  }

  private static Ending timedOut() {
    return Ending.failed(Known.TIMED_OUT);
  }

  private static Ending grouped(Failure... failures) {
    return Ending.failed(new Failure.Grouped(Arrays.stream(failures).collect(Collectors.toSet())));
  }
}
