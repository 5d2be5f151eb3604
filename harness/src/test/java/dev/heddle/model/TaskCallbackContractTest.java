package dev.heddle.model;

import static dev.heddle.model.ContractCase.await;
import static dev.heddle.model.ContractCase.awaitEnd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.plan.Fail;
import dev.heddle.plan.Unit;
import dev.heddle.task.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Section 2 of the semantics: callbacks of a task. Each test carries the ID of the line it proves.
 */
class TaskCallbackContractTest {

  private final Gate gate = new Gate();
  private final Callbacks callbacks = new Callbacks();

  /** Callbacks that count how often each of them is called, and whether with a task that ended. */
  private static final class Callbacks {

    private final List<AtomicInteger> calls = new ArrayList<>();
    private final List<CountDownLatch> called = new ArrayList<>();
    private final AtomicInteger unfinished = new AtomicInteger();

    <R> Consumer<Task<R>> next(Task<R> expected) {
      AtomicInteger count = new AtomicInteger();
      CountDownLatch first = new CountDownLatch(1);
      calls.add(count);
      called.add(first);
      return task -> {
        if (task != expected || !task.isDone()) {
          unfinished.incrementAndGet();
        }
        count.incrementAndGet();
        first.countDown();
      };
    }

    void awaitAll() throws InterruptedException {
      for (CountDownLatch first : called) {
        await(first);
      }
    }

    /** To be asked when the model is closed, so that nobody can call any more. */
    void assertEachCalledOnce(int expected) {
      assertThat(calls).hasSize(expected).allSatisfy(count -> assertThat(count).hasValue(1));
      assertThat(unfinished).as("calls without the ended task").hasValue(0);
    }
  }

  @EachModel
  void T23_callbacksAddedBeforeAndAfterTheEndAreEachCalledOnce(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<Unit> task = model.start(gate.pass());
          gate.awaitArrivals(1);
          task.whenDone(callbacks.next(task));
          task.whenDone(callbacks.next(task));
          gate.open();
          awaitEnd(task);
          task.whenDone(callbacks.next(task));
          task.whenDone(callbacks.next(task));
          callbacks.awaitAll();
        });
    callbacks.assertEachCalledOnce(4);
  }

  @EachModel
  void T23_callbacksOfFailedAndCancelledTasksAreEachCalledOnce(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<Unit> cancelled = model.start(gate.pass());
          Gate other = new Gate();
          Task<Unit> failed = model.start(other.pass().then(new Fail<>(new Exception("E"))));
          gate.awaitArrivals(1);
          other.awaitArrivals(1);
          for (Task<Unit> task : List.of(cancelled, failed)) {
            task.whenDone(callbacks.next(task));
            task.whenDone(callbacks.next(task));
          }
          assertThat(cancelled.cancel()).isTrue();
          other.open();
          for (Task<Unit> task : List.of(cancelled, failed)) {
            awaitEnd(task);
            task.whenDone(callbacks.next(task));
          }
          callbacks.awaitAll();
          assertThat(gate.cancellations()).isEqualTo(1);
          assertThat(failed.exception()).isPresent();
        });
    callbacks.assertEachCalledOnce(6);
  }

  @EachModel
  void T23_callbacksAddedWhileTheTaskEndsAreEachCalledOnce(Model kind) {
    int rounds = 50;
    int perRound = 20;
    ContractCase.on(
        kind,
        model -> {
          for (int round = 0; round < rounds; round++) {
            Gate end = new Gate();
            Task<Unit> task = model.start(end.pass());
            end.awaitArrivals(1);
            Thread opener = Thread.ofPlatform().start(end::open);
            for (int added = 0; added < perRound; added++) {
              task.whenDone(callbacks.next(task));
            }
            opener.join();
          }
          callbacks.awaitAll();
        });
    callbacks.assertEachCalledOnce(rounds * perRound);
  }

  @EachModel
  void T23_aCallbackMayAddAnother(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<Unit> task = model.start(gate.pass());
          gate.awaitArrivals(1);
          Consumer<Task<Unit>> inner = callbacks.next(task);
          Consumer<Task<Unit>> outer = callbacks.next(task);
          task.whenDone(
              ended -> {
                outer.accept(ended);
                ended.whenDone(inner);
              });
          gate.open();
          callbacks.awaitAll();
        });
    callbacks.assertEachCalledOnce(2);
  }
}
