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

  @Override
  public void close() {
    model.close();
  }
}
