package dev.heddle.benchmarks;

import dev.heddle.model.ExecutionModel;
import dev.heddle.plan.Plan;
import java.util.List;

/** A plan on an execution model. */
record ContractArm(ExecutionModel model, Plan<? extends List<?>> plan) implements Arm {

  @Override
  public List<?> run() throws Exception {
    return model.run(plan);
  }

  /** A task of its own: the end of a run would cancel what it leaves behind. */
  @Override
  public List<?> runAndLeave() throws Exception {
    return model.start(plan).await();
  }

  /** Runs a plan beside the pattern, again and again, until the result is closed. */
  NextDoor beside(Plan<?> neighbour) {
    return NextDoor.start(model, neighbour);
  }

  @Override
  public int exchangesInFlight() {
    return model.exchangesInFlight();
  }

  @Override
  public void close() {
    model.close();
  }
}
