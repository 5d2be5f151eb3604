package dev.heddle.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.plan.Gather;
import dev.heddle.plan.NoOp;
import dev.heddle.plan.Plan;
import dev.heddle.plan.Sleep;
import dev.heddle.plan.Unit;
import dev.heddle.plan.Value;
import dev.heddle.task.Task;
import java.time.Duration;
import java.util.List;

/** Plans that are deep, or become long as they run, end as shallow ones do. */
class DepthTest {

  private static final int NESTED = 500;
  private static final int LOOPS = 10_000;

  @EachModel
  void gathersNestedHundredsDeepEnd(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Plan<?> plan = new NoOp();
          for (int i = 0; i < NESTED; i++) {
            plan = new Gather<>(List.of(plan));
          }
          Task<?> task = model.start(plan);
          ContractCase.awaitEnd(task);
          assertThat(task.exception()).isEmpty();
        });
  }

  @EachModel
  void aLoopOfManyStepsEnds(Model kind) {
    ContractCase.on(kind, model -> assertThat(model.run(loop(LOOPS, new NoOp()))).isEqualTo("end"));
  }

  @EachModel
  void aLoopOfManyWaitsEnds(Model kind) {
    ContractCase.on(
        kind,
        model ->
            assertThat(model.run(loop(LOOPS / 10, new Sleep(Duration.ZERO)))).isEqualTo("end"));
  }

  private static Plan<String> loop(int left, Plan<Unit> step) {
    return left == 0 ? new Value<>("end") : step.then(unit -> loop(left - 1, step));
  }
}
