package dev.heddle.model;

import static dev.heddle.model.ContractCase.assertCancelled;
import static dev.heddle.model.ContractCase.assertFailed;
import static dev.heddle.model.ContractCase.await;
import static dev.heddle.model.ContractCase.awaitEnd;
import static dev.heddle.model.ContractCase.signal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.plan.Await;
import dev.heddle.plan.Fail;
import dev.heddle.plan.Unit;
import dev.heddle.task.Task;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;

/**
 * Section 2 of the semantics: what those who await a task have of its end, and it of theirs. Each
 * test carries the ID of the line it proves.
 */
class TaskAwaitContractTest {

  @EachModel
  void T18_whoAwaitsATaskThatOthersCancelIsCancelledToo(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Gate gate = new Gate();
          Task<Unit> awaited = model.start(gate.pass());
          CountDownLatch waiting = new CountDownLatch(1);
          Task<Unit> waiter = model.start(signal(waiting, new Await<>(awaited)));
          gate.awaitArrivals(1);
          await(waiting);
          assertThat(awaited.cancel()).isTrue();
          assertCancelled(awaited);
          assertCancelled(waiter);
        });
  }

  @EachModel
  void T19_cancellingWhoAwaitsCancelsTheAwaited(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Gate gate = new Gate();
          Task<Unit> awaited = model.start(gate.pass());
          CountDownLatch waiting = new CountDownLatch(1);
          Task<Unit> waiter = model.start(signal(waiting, new Await<>(awaited)));
          gate.awaitArrivals(1);
          await(waiting);
          assertThat(waiter.cancel()).isTrue();
          assertCancelled(waiter);
          assertCancelled(awaited);
          assertThat(gate.cancellations()).isEqualTo(1);
        });
  }

  @EachModel
  void T25_allWhoAwaitAFailedTaskGetTheIdenticalObject(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Exception failure = new CompletionException("E", new Exception("F"));
          Gate gate = new Gate();
          Task<Unit> task = model.start(gate.pass().then(new Fail<>(failure)));
          Task<Unit> one = model.start(new Await<>(task));
          Task<Unit> two = model.start(new Await<>(task));
          gate.awaitArrivals(1);
          gate.open();
          assertFailed(one, failure);
          assertFailed(two, failure);
          assertThatThrownBy(() -> model.run(new Await<>(task))).isSameAs(failure);
        });
  }

  @EachModel
  void T26_aTaskThatAwaitsItselfFails(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Gate gate = new Gate();
          CompletableFuture<Task<Unit>> itself = new CompletableFuture<>();
          itself.complete(model.start(gate.pass().then(unit -> new Await<>(itself.join()))));
          gate.awaitArrivals(1);
          gate.open();
          awaitEnd(itself.join());
          assertThat(itself.join().exception().orElseThrow())
              .isInstanceOf(IllegalStateException.class)
              .hasMessageContaining("awaits itself");
        });
  }
}
