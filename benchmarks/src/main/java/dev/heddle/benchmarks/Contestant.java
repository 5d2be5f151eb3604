package dev.heddle.benchmarks;

import dev.heddle.model.Model;
import java.util.List;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.BenchmarkParams;

/** What a fork measures: the parameters of every benchmark, one arm, and where its fetches go. */
@State(Scope.Benchmark)
public class Contestant {

  /** The execution model. */
  @Param public Model model;

  /** The model's contract, or the idiom on its primitives. */
  @Param public Tier tier;

  /** What carries a fetch; the other works ignore it. */
  @Param("DEFAULT")
  public TransportChoice transport;

  /** What each child does. */
  @Param public Work work;

  /** How many children the pattern has. */
  @Param("100")
  public int fanOut;

  private FetchTarget target;
  private Arm arm;

  /** Opens the arm of the benchmark's pattern, and for FETCH a stub if none was named. */
  @Setup(Level.Trial)
  public void open(BenchmarkParams benchmark) throws Exception {
    MissingPreviewException.check(model);
    MeasuredPattern pattern = MeasuredPattern.ofBenchmark(benchmark.getBenchmark());
    target = work == Work.FETCH ? FetchTarget.open() : FetchTarget.none();
    arm = Arm.open(pattern, model, tier, transport, work, target.requests(fanOut));
  }

  /** Begins to count requests. */
  @Setup(Level.Iteration)
  public void openLedger() {
    target.ledger().open();
  }

  /** Runs the pattern once, and checks that no result is missing. */
  List<?> run() throws Exception {
    List<?> results = arm.run();
    if (results.size() != fanOut) {
      throw new IllegalStateException(
          "%d children returned %d results".formatted(fanOut, results.size()));
    }
    if (work == Work.FETCH) {
      target.ledger().sent(fanOut);
    }
    return results;
  }

  /** Holds the requests sent against those received. */
  @TearDown(Level.Iteration)
  public void closeLedger() {
    target.ledger().close();
  }

  /** Closes the arm and a stub of its own. */
  @TearDown(Level.Trial)
  public void close() {
    try {
      arm.close();
    } finally {
      target.close();
    }
  }
}
