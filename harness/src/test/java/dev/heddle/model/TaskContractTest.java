package dev.heddle.model;

import static dev.heddle.model.ContractCase.assertCancelled;
import static dev.heddle.model.ContractCase.assertFailed;
import static dev.heddle.model.ContractCase.await;
import static dev.heddle.model.ContractCase.awaitEnd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.plan.Await;
import dev.heddle.plan.Call;
import dev.heddle.plan.Fail;
import dev.heddle.plan.Fetch;
import dev.heddle.plan.NoOp;
import dev.heddle.plan.Plan;
import dev.heddle.plan.Request;
import dev.heddle.plan.Start;
import dev.heddle.plan.Unit;
import dev.heddle.plan.Value;
import dev.heddle.task.Outcome;
import dev.heddle.task.Task;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Section 2 of the semantics: create_task, name, cancel. Each test carries the ID of the line it
 * proves.
 */
class TaskContractTest {

  @EachModel
  void T1_createReturnsBeforeTheNewBodyRunsOnTheCallersStack(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          ThreadLocal<Boolean> creating = ThreadLocal.withInitial(() -> false);
          Plan<Boolean> child = new Call<>(creating::get);
          Plan<Task<Boolean>> parent =
              new Call<>(
                  () -> {
                    creating.set(true);
                    Task<Boolean> created = model.start(child);
                    creating.set(false);
                    return created;
                  });
          assertThat(await(await(model.start(parent)))).as("ran inside the creator").isFalse();
        });
  }

  @EachModel
  void T1_aStartNodeYieldsBeforeTheNewBodyRunsOnTheSameStack(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          ThreadLocal<Boolean> starting = ThreadLocal.withInitial(() -> false);
          Plan<Boolean> child = new Call<>(starting::get);
          Plan<Boolean> parent =
              new Call<>(
                      () -> {
                        starting.set(true);
                        return true;
                      })
                  .then(new Start<>(child))
                  .then(
                      created -> {
                        starting.set(false);
                        return new Await<>(created);
                      });
          assertThat(await(model.start(parent))).as("ran inside the creator").isFalse();
        });
  }

  @EachModel
  void T2_namesAreUniqueByDefaultAndKeptAndCanBeChanged(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<Unit> first = model.start(new NoOp());
          Task<Unit> second = model.start(new NoOp());
          Task<Unit> named = model.start(new NoOp(), "checkout");
          Task<Unit> inner =
              await(model.start(new Start<>(new NoOp(), "inner").then(t -> new Value<>(t))));
          awaitEnd(named);
          assertThat(first.name()).matches("Task-\\d+").isNotEqualTo(second.name());
          assertThat(named.name()).isEqualTo("checkout");
          assertThat(inner.name()).isEqualTo("inner");
          named.setName("payment");
          assertThat(named.name()).isEqualTo("payment");
        });
  }

  @EachModel
  void T4_cancelIsARequestAndTheTaskIsNotDoneYet(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Stubborn stubborn = new Stubborn();
          Task<Unit> task = model.start(stubborn.plan());
          stubborn.awaitRunning();
          assertThat(task.cancel()).isTrue();
          assertThat(task.isDone()).isFalse();
          assertThat(task.isCancelled()).isFalse();
          stubborn.release();
          assertCancelled(task);
        });
  }

  @EachModel
  void T6_aTaskCancelledBeforeItBeganNeverRuns(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          int caughtInTime = 0;
          for (int tries = 0; tries < 20_000 && caughtInTime == 0; tries++) {
            AtomicBoolean ran = new AtomicBoolean();
            Task<Boolean> task = model.start(new Call<>(() -> ran.getAndSet(true)));
            task.cancel();
            awaitEnd(task);
            if (wasCancelledBeforeItBegan(task)) {
              caughtInTime++;
              assertThat(ran).as("body of a task cancelled before it began").isFalse();
            }
          }
          assertThat(caughtInTime).as("tasks cancelled before they began").isPositive();
        });
  }

  private static boolean wasCancelledBeforeItBegan(Task<?> task) {
    return task.outcome() instanceof Outcome.Cancelled<?>(CancellationException cause)
        && "cancelled before it began".equals(cause.getMessage());
  }

  @EachModel
  void T7_cancelOfAFinishedTaskIsRefusedAndTheValueKept(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<Integer> task = model.start(new Value<>(42));
          awaitEnd(task);
          assertThat(task.cancel()).isFalse();
          assertThat(task.result()).isEqualTo(42);
          assertThat(task.isCancelled()).isFalse();
        });
  }

  @EachModel
  void T8_cancelOfAFailedTaskIsRefusedAndTheFailureKept(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Exception failure = new Exception("E");
          Task<Unit> task = model.start(new Fail<>(failure));
          awaitEnd(task);
          assertThat(task.cancel()).isFalse();
          assertFailed(task, failure);
        });
  }

  @EachModel
  void T9_cancelOfACancelledTaskIsRefused(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Gate gate = new Gate();
          Task<Unit> task = model.start(gate.pass());
          gate.awaitArrivals(1);
          assertThat(task.cancel()).isTrue();
          assertCancelled(task);
          assertThat(task.cancel()).isFalse();
          assertThat(gate.cancellations()).isEqualTo(1);
        });
  }

  @EachModel
  void T21_cancellingTheCreatorLeavesWhatItCreatedRunning(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Gate creatorsGate = new Gate();
          Gate createdGate = new Gate();
          CompletableFuture<Task<Integer>> created = new CompletableFuture<>();
          Plan<Integer> background = createdGate.pass().then(new Value<>(7));
          Task<Unit> creator =
              model.start(
                  new Start<>(background)
                      .then(
                          task -> {
                            created.complete(task);
                            return creatorsGate.pass();
                          }));
          creatorsGate.awaitArrivals(1);
          createdGate.awaitArrivals(1);
          creator.cancel();
          assertCancelled(creator);
          assertThat(created.join().isDone()).isFalse();
          createdGate.open();
          assertThat(await(created.join())).isEqualTo(7);
        });
  }

  @EachModel
  void T22_resultAndExceptionNeedAnEndAndRaiseTheCancellation(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Gate gate = new Gate();
          Task<Unit> task = model.start(gate.pass(), "unfinished");
          assertThatThrownBy(task::result)
              .isInstanceOf(IllegalStateException.class)
              .hasMessageContaining("unfinished");
          assertThatThrownBy(task::exception).isInstanceOf(IllegalStateException.class);
          gate.awaitArrivals(1);
          task.cancel();
          awaitEnd(task);
          assertThatThrownBy(task::result).isInstanceOf(CancellationException.class);
          assertThatThrownBy(task::exception).isInstanceOf(CancellationException.class);
        });
  }

  @EachModel
  void T28_cancellingATaskBlockedInASocketReadEndsItAndClosesTheConnection(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          try (SilentServer server = new SilentServer()) {
            Task<?> task =
                model.start(
                    new Fetch(Request.get(URI.create("http://127.0.0.1:" + server.port() + "/"))));
            server.awaitRequest();
            assertThat(task.cancel()).isTrue();
            assertCancelled(task);
            assertThat(server.awaitEndOfConnection()).isEqualTo(-1);
          }
        });
  }

  /** Accepts one connection, reads a request, and never answers. */
  private static final class SilentServer implements AutoCloseable {

    private final ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final CountDownLatch requested = new CountDownLatch(1);
    private final CompletableFuture<Integer> end = new CompletableFuture<>();

    SilentServer() throws IOException {
      Thread.ofVirtual().start(this::serve);
    }

    private void serve() {
      try (Socket connection = socket.accept()) {
        byte[] buffer = new byte[1024];
        int read = connection.getInputStream().read(buffer);
        requested.countDown();
        while (read >= 0) {
          read = connection.getInputStream().read(buffer);
        }
        end.complete(read);
      } catch (IOException e) {
        end.completeExceptionally(e);
      }
    }

    int port() {
      return socket.getLocalPort();
    }

    void awaitRequest() throws InterruptedException {
      await(requested);
    }

    int awaitEndOfConnection() throws Exception {
      return end.get(20, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
