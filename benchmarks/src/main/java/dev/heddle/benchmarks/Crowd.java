package dev.heddle.benchmarks;

import dev.heddle.benchmarks.pattern.Child;
import dev.heddle.benchmarks.pattern.GatherForm;
import dev.heddle.benchmarks.pattern.Work;
import dev.heddle.model.Model;
import dev.heddle.profile.MemoryReading;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Many tasks in flight at once, all of the same length. */
@State(Scope.Benchmark)
public class Crowd {

  private static final Duration SLEEP = Duration.ofSeconds(10);
  private static final Duration EXCHANGE = Duration.ofSeconds(1);

  /** The share of a task's time after which all are taken to be in flight, and looked at. */
  private static final double LOOK = 0.6;

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

  private FetchTarget target;
  private Arm arm;

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
    Child child = work.fetches() ? target.requests().after(EXCHANGE) : new Child.Sleeps(SLEEP);
    arm =
        Arm.open(
            new GatherForm(), model, tier, transport.options(), Collections.nCopies(fanOut, child));
  }

  private Duration ideal() {
    return work.fetches() ? EXCHANGE : SLEEP;
  }

  /** Runs all at once, to the end of the last. */
  List<?> run() throws Exception {
    List<?> results = arm.run();
    if (results.size() != fanOut) {
      throw new IllegalStateException(
          "%d tasks returned %d results".formatted(fanOut, results.size()));
    }
    return results;
  }

  /**
   * The same, and looks meanwhile at what they hold.
   *
   * @throws IllegalStateException if not all were in flight at that moment
   */
  CrowdReading runAndLook() throws Exception {
    Duration ideal = ideal();
    MemoryReading before = MemoryReading.afterCollection();
    long begin = System.nanoTime();
    FutureTask<Look> look = new FutureTask<>(() -> Look.at(begin, ideal));
    Thread.ofPlatform().daemon().start(look);
    run();
    Duration wall = Duration.ofNanos(System.nanoTime() - begin);
    CrowdReading reading = new CrowdReading(fanOut, ideal, wall, before, look.get().reading());
    look.get().check(reading);
    Handover.CROWD.put(reading);
    return reading;
  }

  /** What was seen, and how long after the begin the looking began. */
  private record Look(MemoryReading reading, Duration after) {

    static Look at(long beginNanos, Duration ideal) throws InterruptedException {
      Thread.sleep(Duration.ofNanos((long) (ideal.toNanos() * LOOK)));
      Duration after = Duration.ofNanos(System.nanoTime() - beginNanos);
      return new Look(MemoryReading.afterCollection(), after);
    }

    /**
     * No task ends before one length after the begin, and none began later than one length before
     * the last end. So all were in flight when the looking began, if the whole took no longer than
     * that and one length, and it began before the first could end.
     */
    void check(CrowdReading crowd) {
      Duration longest = crowd.ideal().plus(after);
      if (crowd.wall().compareTo(longest) > 0 || after.compareTo(crowd.ideal()) >= 0) {
        throw new IllegalStateException(
            "Not all of %,d tasks are known to have been in flight at once: the last ended after %d ms; allowed: %d ms"
                .formatted(crowd.tasks(), crowd.wall().toMillis(), longest.toMillis()));
      }
    }
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
