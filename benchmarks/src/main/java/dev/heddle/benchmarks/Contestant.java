package dev.heddle.benchmarks;

import dev.heddle.benchmarks.pattern.Child;
import dev.heddle.benchmarks.pattern.Form;
import dev.heddle.benchmarks.pattern.Neighbour;
import dev.heddle.benchmarks.pattern.Work;
import dev.heddle.model.Model;
import java.io.IOException;
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

  /** How many threads the model's pool or loops it has; its own default where this is empty. */
  @Param("")
  public String pool;

  /** What the model runs beside the pattern: CPU, FILE; nothing where this is empty. */
  @Param("")
  public String neighbour;

  private FetchTarget target;
  private Form form;
  private Arm arm;
  private AutoCloseable beside = () -> {};

  /** Opens the arm of the benchmark's pattern, and for fetches a stub if none was named. */
  @Setup(Level.Trial)
  public void open(BenchmarkParams benchmark) throws Exception {
    MissingPreviewException.check(model);
    MeasuredPattern pattern = MeasuredPattern.ofBenchmark(benchmark.getBenchmark());
    UnmeasuredCell.check(pattern, model, tier, work);
    form = pattern.form();
    target = work.fetches() ? FetchTarget.open() : FetchTarget.none();
    PoolSize size = PoolSize.of(pool);
    List<Child> children = work.children(fanOut, form.pace(), target.requests());
    LastBound.put(form.least(children.stream().map(Child::least).toList(), size.limitOn(model)));
    arm = Arm.open(form, model, tier, size.applyTo(transport.options()), children);
    if (!neighbour.isEmpty()) {
      beside = beside(Neighbour.valueOf(neighbour));
    }
  }

  private AutoCloseable beside(Neighbour chosen) throws IOException {
    return switch (arm) {
      case ContractArm contract -> contract.beside(chosen.plan());
      case IdiomArm<?> _ ->
          throw new IllegalArgumentException(
              "neighbour is '%s', which hand-written forms cannot run; allowed: none, or the tier contract"
                  .formatted(ConstantNames.of(chosen)));
    };
  }

  /** Begins to count requests. */
  @Setup(Level.Iteration)
  public void openLedger() {
    target.ledger().open();
  }

  /** Runs the pattern once, and checks that no result is missing. */
  List<?> run() throws Exception {
    List<?> results = arm.run();
    if (results.size() != form.results(fanOut)) {
      throw new IllegalStateException(
          "%d children returned %d results; due: %d"
              .formatted(fanOut, results.size(), form.results(fanOut)));
    }
    if (work.fetches()) {
      target.ledger().sent(fanOut);
    }
    return results;
  }

  /** Holds the requests sent against those received, when none is under way any more. */
  @TearDown(Level.Iteration)
  public void closeLedger() {
    var unused = OpenAfterwards.watch(arm, System.nanoTime());
    if (form.pace().isAwaited()) {
      target.ledger().close();
    } else {
      target.ledger().closeWithCancelled();
    }
  }

  /** Closes the arm and a stub of its own. */
  @TearDown(Level.Trial)
  public void close() throws Exception {
    try {
      beside.close();
    } finally {
      closeArm();
    }
  }

  private void closeArm() {
    try {
      arm.close();
    } finally {
      target.close();
    }
  }
}
