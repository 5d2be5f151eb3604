package dev.heddle.benchmarks;

import dev.heddle.benchmarks.pattern.Work;
import dev.heddle.model.Model;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.BenchmarkParams;

/** What a fork measures of a pattern of which one child fails while the others are under way. */
@State(Scope.Benchmark)
public class FailingContestant {

  /** The execution model. */
  @Param public Model model;

  /** The model's contract, or the idiom on its primitives. */
  @Param public Tier tier;

  /** What carries the fetches. */
  @Param("DEFAULT")
  public TransportChoice transport;

  /** What each child does. */
  @Param("FETCH")
  public Work work;

  /** How many children the pattern has. */
  @Param("100")
  public int fanOut;

  private FetchTarget target;
  private FailingArm arm;
  private FailureTimes times;

  /** Opens the arm of the benchmark's pattern, and a stub if none was named. */
  @Setup(Level.Trial)
  public void open(BenchmarkParams benchmark) throws Exception {
    MissingPreviewException.check(model);
    MeasuredPattern pattern = MeasuredPattern.ofBenchmark(benchmark.getBenchmark());
    UnmeasuredCell.check(pattern, model, tier, work);
    target = FetchTarget.open();
    times = new FailureTimes();
    arm = FailingArm.open(pattern.form(), model, tier, transport, fanOut, target.requests());
  }

  /** Begins to count requests, and to collect times anew. */
  @Setup(Level.Iteration)
  public void begin() {
    target.ledger().open();
    times = new FailureTimes();
  }

  /** Runs the pattern once, until nothing of it is under way any more. */
  void run() {
    arm.run(times);
    target.ledger().sent(fanOut);
  }

  /** Holds the requests sent against those received, and hands the times over. */
  @TearDown(Level.Iteration)
  public void end() throws InterruptedException {
    times.openAtStub(target.openAfterGrace());
    target.ledger().closeWithCancelled();
    Handover.FAILURES.put(times);
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
