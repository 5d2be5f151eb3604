package dev.heddle.model;

import static dev.heddle.model.ContractCase.assertCancelled;
import static dev.heddle.model.ContractCase.assertFailed;
import static dev.heddle.model.ContractCase.await;
import static dev.heddle.model.ContractCase.awaitEnd;
import static dev.heddle.model.ContractCase.signal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.plan.Await;
import dev.heddle.plan.Call;
import dev.heddle.plan.Fail;
import dev.heddle.plan.Gather;
import dev.heddle.plan.NoOp;
import dev.heddle.plan.Outcomes;
import dev.heddle.plan.Plan;
import dev.heddle.plan.Unit;
import dev.heddle.plan.Value;
import dev.heddle.task.Outcome;
import dev.heddle.task.Task;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * Sections 3 and 4 of the semantics: gathers that are cancelled, and gathers whose children answer
 * a cancellation, or have one of their own. Each test carries the ID of the line it proves.
 */
class GatherCancellationContractTest {

  private final Gate gate = new Gate();
  private final Exception failure = new Exception("E");

  private Plan<Integer> swallowing(int value, int swallowed) {
    return gate.pass().then(new Value<>(value)).onCancel(cancellation -> new Value<>(swallowed));
  }

  @EachModel
  void G11_whoCatchesTheCancellationOfAChildIsNotCancelledItself(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Held<Unit> child = Held.start(model, new NoOp());
          Held<Unit> sibling = Held.start(model, new NoOp());
          Task<String> caller =
              model.start(
                  new Gather<>(List.of(child.await(), sibling.await()))
                      .<String>then(new Value<>("gathered"))
                      .onCancel(cancellation -> gate.pass().then(new Value<>("went on"))));
          child.cancel();
          gate.awaitArrivals(1);
          sibling.assertRunsOnTo(Unit.UNIT);
          gate.open();
          assertThat(await(caller)).isEqualTo("went on");
          assertThat(gate.cancellations()).isZero();
        });
  }

  @EachModel
  void G12_cancellingAPendingGatherCancelsEveryUnfinishedChildAndWaitsForThem(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Stubborn stubborn = new Stubborn();
          Task<List<Unit>> gather =
              model.start(
                  new Gather<>(List.of(gate.pass(), stubborn.plan(), new NoOp(), gate.pass())));
          gate.awaitArrivals(2);
          stubborn.awaitRunning();
          assertThat(gather.cancel()).isTrue();
          gate.awaitCancellations(2);
          assertThat(gather.isDone()).as("done before every child has ended").isFalse();
          stubborn.release();
          assertCancelled(gather);
        });
  }

  @EachModel
  void G13_cancellingATaskThatAwaitsAGatherCancelsTheChildren(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<List<Unit>> gather = model.start(new Gather<>(List.of(gate.pass(), gate.pass())));
          CountDownLatch waiting = new CountDownLatch(1);
          Task<List<Unit>> waiter = model.start(signal(waiting, new Await<>(gather)));
          gate.awaitArrivals(2);
          await(waiting);
          assertThat(waiter.cancel()).isTrue();
          assertCancelled(waiter);
          assertCancelled(gather);
          assertThat(gate.cancellations()).isEqualTo(2);
        });
  }

  @EachModel
  void G14_aCancelThatIsRefusedKeepsTheResultAndOneThatIsTakenCancels(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          int refused = 0;
          for (int i = 0; i < 500; i++) {
            Task<List<Integer>> gather =
                model.start(new Gather<>(List.of(new Value<>(1), new Value<>(2))));
            if (i % 2 == 0) {
              awaitEnd(gather);
            }
            boolean taken = gather.cancel();
            awaitEnd(gather);
            assertThat(gather.isCancelled())
                .as("cancelled after cancel() = " + taken)
                .isEqualTo(taken);
            if (!taken) {
              refused++;
              assertThat(gather.result()).containsExactly(1, 2);
            }
          }
          assertThat(refused).as("refused cancels").isGreaterThanOrEqualTo(250);
        });
  }

  @EachModel
  void G15_cancellingAGatherThatFailedLeavesTheSurvivorsAlone(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<Unit> survivor = model.start(gate.pass());
          Task<List<Unit>> gather =
              model.start(new Gather<>(List.of(new Await<>(survivor), new Fail<>(failure))));
          gate.awaitArrivals(1);
          assertFailed(gather, failure);
          assertThat(gather.cancel()).isFalse();
          assertThat(survivor.isDone()).isFalse();
          gate.open();
          await(survivor);
        });
  }

  @EachModel
  void G16_aCancelledGatherIsCancelledEvenWhereEveryChildSwallowsIt(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Countdown swallowed = new Countdown(2);
          Plan<Integer> child = gate.pass().then(new Value<>(0));
          Plan<Integer> swallows = child.onCancel(cancellation -> new Call<>(swallowed::count));
          Task<List<Integer>> gather = model.start(new Gather<>(List.of(swallows, swallows)));
          gate.awaitArrivals(2);
          assertThat(gather.cancel()).isTrue();
          assertCancelled(gather);
          swallowed.await();
          assertThat(gate.cancellations()).isEqualTo(2);
        });
  }

  @EachModel
  void G16_tasksThatSwallowTheCancellationOfTheirGatherKeepTheirValues(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<Integer> one = model.start(swallowing(1, 41));
          Task<Integer> two = model.start(swallowing(2, 42));
          gate.awaitArrivals(2);
          CountDownLatch awaited = new CountDownLatch(2);
          Task<List<Integer>> gather =
              model.start(
                  new Gather<>(
                      List.of(
                          signal(awaited, new Await<>(one)), signal(awaited, new Await<>(two)))));
          await(awaited);
          assertThat(gather.cancel()).isTrue();
          assertCancelled(gather);
          assertThat(one.result()).isEqualTo(41);
          assertThat(two.result()).isEqualTo(42);
        });
  }

  @EachModel
  void G17_aCleanUpThatFailsComesOutOfACancelledGather(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Plan<Integer> fails =
              gate.pass().then(new Value<>(0)).onCancel(cancellation -> new Fail<>(failure));
          Task<List<Integer>> gather = model.start(new Gather<>(List.of(swallowing(2, 42), fails)));
          gate.awaitArrivals(2);
          assertThat(gather.cancel()).isTrue();
          assertFailed(gather, failure);
          assertThat(gate.cancellations()).isEqualTo(2);
        });
  }

  @EachModel
  void G17_aTaskWhoseCleanUpFailsComesOutOfACancelledGather(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Plan<Unit> body = gate.pass().onCancel(cancellation -> new Fail<>(failure));
          Task<Unit> task = model.start(body);
          gate.awaitArrivals(1);
          CountDownLatch awaited = new CountDownLatch(1);
          Task<List<Unit>> gather =
              model.start(new Gather<>(List.of(signal(awaited, new Await<>(task)))));
          await(awaited);
          assertThat(gather.cancel()).isTrue();
          assertFailed(gather, failure);
          assertFailed(task, failure);
          assertThat(gate.cancellations()).isEqualTo(1);
        });
  }

  @EachModel
  void G20_nestedGathersGiveNestedListsAndCancellingTheOuterCancelsTheLeaves(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Plan<List<Integer>> inner = new Gather<>(List.of(new Value<>(1), new Value<>(2)));
          assertThat(model.run(new Gather<>(List.of(inner, inner))))
              .containsExactly(List.of(1, 2), List.of(1, 2));
          Plan<List<Unit>> waiting = new Gather<>(List.of(gate.pass(), gate.pass()));
          Task<List<List<Unit>>> outer = model.start(new Gather<>(List.of(waiting, waiting)));
          gate.awaitArrivals(4);
          outer.cancel();
          assertCancelled(outer);
          assertThat(gate.cancellations()).isEqualTo(4);
        });
  }

  @EachModel
  void GE4_cancellingItRaisesTheCancellationEvenWhereACleanUpFails(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Plan<Integer> fails =
              gate.pass().then(new Value<>(0)).onCancel(cancellation -> new Fail<>(failure));
          Task<List<Outcome<Integer>>> all =
              model.start(new Outcomes<Integer>(List.of(fails, swallowing(1, 41), fails)));
          gate.awaitArrivals(3);
          assertThat(all.cancel()).isTrue();
          assertCancelled(all);
          assertThat(gate.cancellations()).isEqualTo(3);
        });
  }

  @EachModel
  void GE4_cancellingItWaitsForTheCleanUpOfEveryChild(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Gate cleanUp = new Gate();
          Task<List<Outcome<Unit>>> all =
              model.start(
                  new Outcomes<Unit>(
                      List.of(gate.pass().cleanUp(cleanUp.pass()), gate.pass(), new NoOp())));
          gate.awaitArrivals(2);
          assertThat(all.cancel()).isTrue();
          gate.awaitCancellations(2);
          cleanUp.awaitArrivals(1);
          assertThat(all.isDone()).as("done before the clean-up").isFalse();
          cleanUp.open();
          awaitEnd(all);
          assertCancelled(all);
        });
  }
}
