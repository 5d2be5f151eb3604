package dev.heddle.benchmarks;

import dev.heddle.model.ExecutionModel;
import dev.heddle.model.Model;
import dev.heddle.model.ModelOptions;
import dev.heddle.plan.Fetch;
import dev.heddle.plan.Gather;
import dev.heddle.plan.Plan;
import dev.heddle.plan.Request;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;

/** A gather on virtual threads of requests to the stub, then CPU. */
@State(Scope.Benchmark)
public class SlowedFetches {

  private static final int FAN_OUT = 10;

  /**
   * What makes a gather slower by about its own time: a warm one took 195 µs, the mean of five
   * forks at 0 percent on two cores which a warm stub shares, and became slower by 1.1 times the
   * CPU that was added; a token was 1.7 ns.
   */
  private static final long GATHER_TOKENS = 105_000;

  private FetchTarget target;
  private ExecutionModel model;
  private Plan<? extends List<?>> plan;
  private long tokens;

  /** Opens the model, and a stub if none was named. */
  @Setup(Level.Trial)
  public void open(Slowdown slowdown) throws IOException {
    tokens = slowdown.injected().share(GATHER_TOKENS);
    target = FetchTarget.open();
    Fetch child = new Fetch(Request.get(target.stub().address().resolve("/get")));
    plan = new Gather<>(Collections.nCopies(FAN_OUT, child));
    model = Model.VIRTUAL_THREADS.open(ModelOptions.DEFAULT);
  }

  /** Begins to count requests. */
  @Setup(Level.Iteration)
  public void openLedger() {
    target.ledger().open();
  }

  /** One gather, and what the slowdown adds to it. */
  List<?> run() throws Exception {
    List<?> results = model.run(plan);
    target.ledger().sent(FAN_OUT);
    Blackhole.consumeCPU(tokens);
    return results;
  }

  /** Holds the requests sent against those received. */
  @TearDown(Level.Iteration)
  public void closeLedger() {
    target.ledger().close();
  }

  /** Closes the model and a stub of its own. */
  @TearDown(Level.Trial)
  public void close() {
    try {
      model.close();
    } finally {
      target.close();
    }
  }
}
