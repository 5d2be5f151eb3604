package dev.heddle.model;

import dev.heddle.plan.Call;
import dev.heddle.plan.Plan;
import dev.heddle.plan.Sleep;
import dev.heddle.plan.Unit;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/**
 * Runs a plan beside a started task until a signal ends the process; both say on standard output
 * when they have cleaned up.
 *
 * <p>Argument: the name of a {@link Model} constant.
 */
final class SignalledRunMain {

  static final String WAITING = "waiting";
  static final String TASK_CLEANED_UP = "the task has cleaned up";
  static final String RUN_CLEANED_UP = "the run has cleaned up";

  private SignalledRunMain() {}

  public static void main(String[] args) throws Exception {
    try (ExecutionModel model = Model.valueOf(args[0]).open(ModelOptions.DEFAULT)) {
      CountDownLatch begun = new CountDownLatch(1);
      model.start(ContractCase.signal(begun, waits(TASK_CLEANED_UP)));
      begun.await();
      model.run(say(WAITING).then(waits(RUN_CLEANED_UP)));
    }
  }

  /** Waits for ever; its clean-up takes a while, then says so. */
  private static Plan<Unit> waits(String cleanedUp) {
    return new Sleep(Duration.ofDays(1))
        .cleanUp(new Sleep(Duration.ofMillis(300)).then(say(cleanedUp)));
  }

  private static Plan<Unit> say(String line) {
    return new Call<>(
        () -> {
          System.out.println(line);
          return Unit.UNIT;
        });
  }
}
