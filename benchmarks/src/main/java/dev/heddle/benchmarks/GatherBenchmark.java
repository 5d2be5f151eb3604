package dev.heddle.benchmarks;

import dev.heddle.model.Model;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Question: what does it cost to run {@code fanOut} children at once and to have all their results,
 * in order?
 *
 * <p>Method: one operation is one gather from the call to its result, in µs; the fan-out happens
 * inside the operation, on one JMH thread. Each result's size is checked; over FETCH the requests
 * sent in each iteration are held against those the stub received, and the iteration fails where
 * they differ.
 *
 * <p>Caveat: a closed loop of one caller hides queueing, and on few cores the stub shares them with
 * the model. SLEEP cannot be faster than {@link Work#SLEEP_TIME}. A bare jar starts and warms a
 * stub in every fork over FETCH, which takes seconds; {@code heddle run} has one for all.
 *
 * <p>Command: {@code java -jar benchmarks/target/benchmarks.jar GatherBenchmark -p work=NO_OP -p
 * fanOut=100}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Threads(1)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
    value = 5,
    jvmArgsAppend = {
      ForkJvm.PREVIEW,
      ForkJvm.NATIVE_ACCESS,
      ForkJvm.UNSAFE,
      ForkJvm.HEAP_MIN,
      ForkJvm.HEAP_MAX
    })
public class GatherBenchmark {

  /** The execution model. */
  @Param public Model model;

  /** The model's contract, or the idiom on its primitives. */
  @Param public Tier tier;

  /** What carries a fetch; the other works ignore it. */
  @Param("DEFAULT")
  public TransportChoice transport;

  /** What each child does. */
  @Param public Work work;

  /** How many children one gather has. */
  @Param("100")
  public int fanOut;

  private FetchTarget target;
  private GatherArm arm;

  /** Opens the contestant, and for FETCH a stub if none was named. */
  @Setup(Level.Trial)
  public void open() throws Exception {
    MissingPreviewException.check(model);
    target = work == Work.FETCH ? FetchTarget.open() : FetchTarget.none();
    arm = GatherArm.open(model, tier, transport, work, target.requests(fanOut));
  }

  /** Begins to count requests. */
  @Setup(Level.Iteration)
  public void openLedger() {
    target.ledger().open();
  }

  /** One gather. */
  @Benchmark
  public List<?> gather() throws Exception {
    List<?> results = arm.gather();
    if (results.size() != fanOut) {
      throw new IllegalStateException(
          "A gather of %d children returned %d results".formatted(fanOut, results.size()));
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

  /** Closes the contestant and a stub of its own. */
  @TearDown(Level.Trial)
  public void close() {
    try {
      arm.close();
    } finally {
      target.close();
    }
  }
}
