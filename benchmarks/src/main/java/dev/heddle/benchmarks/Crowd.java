package dev.heddle.benchmarks;

import dev.heddle.benchmarks.pattern.Child;
import dev.heddle.benchmarks.pattern.GatherForm;
import dev.heddle.benchmarks.pattern.Work;
import dev.heddle.model.Model;
import dev.heddle.profile.MemoryReading;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.runner.IterationType;

/** Many tasks in flight at once, all of the same length. */
@State(Scope.Benchmark)
public class Crowd {

  private static final Duration SLEEP = Duration.ofSeconds(10);
  private static final Duration EXCHANGE = Duration.ofSeconds(1);

  /** The execution model. */
  @Param public Model model;

  /** The model's contract, or the idiom on its primitives. */
  @Param("CONTRACT")
  public Tier tier;

  /** What carries a fetch; a sleep ignores it. */
  @Param("DEFAULT")
  public TransportChoice transport;

  /** SLEEP: ten seconds. FETCH: {@code GET /delay/1}. */
  @Param("SLEEP")
  public Work work;

  /** How many tasks. */
  @Param("100000")
  public int fanOut;

  private boolean measured = true;
  private FetchTarget target;
  private @Nullable Arm arm;

  /** Opens the arm, and for fetches a stub if none was named. */
  @Setup(Level.Trial)
  public void open() throws Exception {
    MissingPreviewException.check(model);
    if (!work.canLast()) {
      throw new IllegalArgumentException(
          "work is '%s'; allowed: sleep, fetch".formatted(ConstantNames.of(work)));
    }
    if (model == Model.PLATFORM_THREADS) {
      ThreadLimit.check(fanOut);
    }
    target = work.fetches() ? FetchTarget.open() : FetchTarget.none();
    arm = openArm();
  }

  private void closeArm() {
    Arm opened = arm;
    arm = null;
    if (opened != null) {
      opened.close();
    }
  }

  /** Warm-ups prove nothing: the first thousands of exchanges of a JVM take their time. */
  @Setup(Level.Iteration)
  public void note(IterationParams iteration) {
    measured = iteration.getType() == IterationType.MEASUREMENT;
  }

  private Arm openArm() throws Exception {
    Child child = work.fetches() ? target.requests().after(EXCHANGE) : new Child.Sleeps(SLEEP);
    return Arm.open(
        new GatherForm(), model, tier, transport.options(), Collections.nCopies(fanOut, child));
  }

  private Duration ideal() {
    return work.fetches() ? EXCHANGE : SLEEP;
  }

  /** Runs all at once, to the end of the last. */
  List<?> run() throws Exception {
    List<?> results = Objects.requireNonNull(arm).run();
    if (results.size() != fanOut) {
      throw new IllegalStateException(
          "%d tasks returned %d results".formatted(fanOut, results.size()));
    }
    return results;
  }

  /**
   * The same on a model that is opened for it, and looks meanwhile at what they hold: connections
   * are part of that.
   *
   * @throws IllegalStateException if not all were in flight at that moment
   */
  CrowdReading runAndLook() throws Exception {
    Duration ideal = ideal();
    Coexistence coexistence =
        work.fetches()
            ? new Coexistence.ByCounting(target, fanOut, ideal)
            : new Coexistence.ByTimes(ideal);
    closeArm(); // What it held must not be counted before, and not be there during.
    MemoryReading before = MemoryReading.afterCollection();
    arm = openArm();
    long begin = System.nanoTime();
    FutureTask<MemoryReading> look = new FutureTask<>(() -> coexistence.look(begin));
    Thread.ofPlatform().daemon().start(look);
    run();
    Duration wall = Duration.ofNanos(System.nanoTime() - begin);
    CrowdReading reading = new CrowdReading(fanOut, ideal, wall, before, look.get());
    if (measured) {
      coexistence.check(reading);
    }
    Handover.CROWD.put(reading);
    return reading;
  }

  /** Closes the arm and a stub of its own. */
  @TearDown(Level.Trial)
  public void close() {
    try {
      closeArm();
    } finally {
      target.close();
    }
  }
}
