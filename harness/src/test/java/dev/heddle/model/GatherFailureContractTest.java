package dev.heddle.model;

import static dev.heddle.model.ContractCase.assertFailed;
import static dev.heddle.model.ContractCase.await;
import static dev.heddle.model.ContractCase.signal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.plan.Await;
import dev.heddle.plan.Call;
import dev.heddle.plan.Fail;
import dev.heddle.plan.Gather;
import dev.heddle.plan.Plan;
import dev.heddle.plan.Value;
import dev.heddle.task.Task;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;

/**
 * Section 3 of the semantics: what becomes of the failures of a gather's children. Each test
 * carries the ID of the line it proves.
 */
class GatherFailureContractTest {

  private final Exception failure = new Exception("E");

  /** A failure that nobody looks at stands beside it, to show that such are reported. */
  @EachModel
  void G8_laterFailuresAreConsumedSilently(Model kind) throws Exception {
    Exception unseen = new Exception("unseen");
    Queue<Throwable> reported = new ConcurrentLinkedQueue<>();
    ModelOptions options = ModelOptions.DEFAULT.withFailures((task, cause) -> reported.add(cause));
    try (ExecutionModel model = kind.open(options)) {
      ContractCase.awaitEnd(model.start(new Fail<>(unseen)));
      Held<Integer> late = Held.start(model, new Fail<>(new Exception("late")));
      CountDownLatch awaited = new CountDownLatch(1);
      Task<List<Integer>> gather =
          model.start(new Gather<>(List.of(signal(awaited, late.await()), new Fail<>(failure))));
      assertFailed(gather, failure);
      await(awaited);
      late.release();
    }
    assertThat(reported).containsExactly(unseen);
  }

  @EachModel
  void G23_anErrorIsRaisedAtOnceLikeAnyFailureAndTheOthersRunOn(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Held<Integer> sibling = Held.start(model, new Value<>(1));
          Error error = new StackOverflowError("E");
          Plan<Integer> throwing =
              new Call<>(
                  () -> {
                    throw error;
                  });
          assertFailed(model.start(new Gather<>(List.of(sibling.await(), throwing))), error);
          assertFailed(
              model.start(new Gather<>(List.of(sibling.await(), new Fail<>(error)))), error);
          sibling.assertRunsOnTo(1);
        });
  }

  @EachModel
  void G23_anErrorOfATaskIsRaisedByTheGatherThatAwaitsIt(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Error error = new AssertionError("E");
          Held<Integer> fails = Held.start(model, new Fail<>(error));
          Task<List<Integer>> gather =
              model.start(new Gather<>(List.of(new Await<>(fails.task()), fails.await())));
          fails.release();
          assertFailed(gather, error);
        });
  }
}
