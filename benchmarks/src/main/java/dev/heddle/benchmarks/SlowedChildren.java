package dev.heddle.benchmarks;

import dev.heddle.model.ExecutionModel;
import dev.heddle.model.Model;
import dev.heddle.model.ModelOptions;
import dev.heddle.plan.Compute;
import dev.heddle.plan.Gather;
import dev.heddle.plan.Plan;
import java.util.Collections;
import java.util.List;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A gather on virtual threads of children that burn CPU. */
@State(Scope.Benchmark)
public class SlowedChildren {

  private static final int FAN_OUT = 100;
  private static final long TOKENS = 500;

  private ExecutionModel model;
  private Plan<? extends List<?>> plan;

  /** Opens the model. */
  @Setup(Level.Trial)
  public void open(Slowdown slowdown) {
    Compute child = new Compute(slowdown.injected().tokens(TOKENS));
    plan = new Gather<>(Collections.nCopies(FAN_OUT, child));
    model = Model.VIRTUAL_THREADS.open(ModelOptions.DEFAULT);
  }

  /** One gather. */
  List<?> run() throws Exception {
    return model.run(plan);
  }

  /** Closes the model. */
  @TearDown(Level.Trial)
  public void close() {
    model.close();
  }
}
