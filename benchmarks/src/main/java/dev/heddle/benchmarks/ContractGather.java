package dev.heddle.benchmarks;

import dev.heddle.model.ExecutionModel;
import dev.heddle.plan.Fetch;
import dev.heddle.plan.Gather;
import dev.heddle.plan.NoOp;
import dev.heddle.plan.Plan;
import dev.heddle.plan.Request;
import dev.heddle.plan.Sleep;
import java.util.Collections;
import java.util.List;

/** A gather plan on an execution model. */
record ContractGather(ExecutionModel model, Plan<? extends List<?>> plan) implements GatherArm {

  static ContractGather of(ExecutionModel model, Work work, List<Request> requests) {
    return new ContractGather(model, plan(work, requests));
  }

  private static Plan<? extends List<?>> plan(Work work, List<Request> requests) {
    int fanOut = requests.size();
    return switch (work) {
      case NO_OP -> new Gather<>(Collections.nCopies(fanOut, new NoOp()));
      case SLEEP -> new Gather<>(Collections.nCopies(fanOut, new Sleep(Work.SLEEP_TIME)));
      case FETCH -> new Gather<>(requests.stream().map(Fetch::new).toList());
    };
  }

  @Override
  public List<?> gather() throws Exception {
    return model.run(plan);
  }

  @Override
  public void close() {
    model.close();
  }
}
