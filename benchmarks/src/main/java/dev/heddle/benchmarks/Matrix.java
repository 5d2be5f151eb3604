package dev.heddle.benchmarks;

import static dev.heddle.benchmarks.MeasuredPattern.AS_COMPLETED;
import static dev.heddle.benchmarks.MeasuredPattern.BOUNDED;
import static dev.heddle.benchmarks.MeasuredPattern.CREATE_AWAIT;
import static dev.heddle.benchmarks.MeasuredPattern.CREATE_CANCEL;
import static dev.heddle.benchmarks.MeasuredPattern.GATHER;
import static dev.heddle.benchmarks.MeasuredPattern.GATHER_FAILURE;
import static dev.heddle.benchmarks.MeasuredPattern.GROUP;
import static dev.heddle.benchmarks.MeasuredPattern.GROUP_FAILURE;
import static dev.heddle.benchmarks.MeasuredPattern.NESTED;
import static dev.heddle.benchmarks.MeasuredPattern.OUTCOMES;
import static dev.heddle.benchmarks.MeasuredPattern.RACE;
import static dev.heddle.benchmarks.MeasuredPattern.SHIELD;
import static dev.heddle.benchmarks.MeasuredPattern.TIMEOUT;
import static dev.heddle.benchmarks.MeasuredPattern.WAIT_FIRST;
import static dev.heddle.benchmarks.Tier.CONTRACT;
import static dev.heddle.benchmarks.Tier.IDIOM;
import static dev.heddle.benchmarks.pattern.Work.FETCH;
import static dev.heddle.benchmarks.pattern.Work.FETCH_DRAWN;
import static dev.heddle.benchmarks.pattern.Work.NO_OP;
import static dev.heddle.benchmarks.pattern.Work.SLEEP;

import dev.heddle.benchmarks.pattern.Neighbour;
import dev.heddle.benchmarks.pattern.Work;
import dev.heddle.benchmarks.run.Cell;
import dev.heddle.benchmarks.run.Timing;
import dev.heddle.model.Model;
import java.time.Duration;
import java.util.List;

/** The named selections of cells. */
@SuppressWarnings("ImmutableEnumChecker") // Records of immutable values, which are not annotated.
enum Matrix {
  /** What a newcomer runs: at most three minutes on two cores. It never grows. */
  QUICK(
      5,
      new Timing(3, 250, 4, 200),
      axes(List.of(GATHER), List.of(CONTRACT), List.of(NO_OP, FETCH), 100)),

  /** What a decision may stand on: at most 150 cells in 45 minutes on two cores. */
  STANDARD(
      5,
      new Timing(3, 250, 4, 250),
      // What the model costs, and the exchange with it, as the fan-out grows.
      axes(List.of(GATHER), List.of(CONTRACT), List.of(NO_OP, FETCH), 10, 100, 1000),
      axes(List.of(GATHER), List.of(CONTRACT), List.of(FETCH_DRAWN), 100),
      // One transport for all models, beside each model's own.
      axes(List.of(GATHER), List.of(CONTRACT), List.of(FETCH), 100).over(TransportChoice.NETTY),
      // The client that most services use, on the models that can block.
      axes(List.of(GATHER), List.of(CONTRACT), List.of(FETCH), 100).over(TransportChoice.APACHE),
      // What each pattern costs by itself.
      axes(
          List.of(
              GROUP, OUTCOMES, AS_COMPLETED, BOUNDED, CREATE_AWAIT, RACE, TIMEOUT, NESTED, SHIELD),
          List.of(CONTRACT),
          List.of(NO_OP),
          100),
      axes(List.of(CREATE_CANCEL, WAIT_FIRST), List.of(CONTRACT), List.of(SLEEP), 100),
      // What the guarantee costs: the same by hand.
      axes(
          List.of(GATHER, GROUP, OUTCOMES, AS_COMPLETED, BOUNDED, RACE, TIMEOUT),
          List.of(IDIOM),
          List.of(NO_OP),
          100),
      // What a failure costs, and what it leaves behind.
      axes(List.of(GROUP_FAILURE), Tier.all(), List.of(FETCH), 100),
      axes(List.of(GATHER_FAILURE), List.of(CONTRACT), List.of(FETCH), 100)),

  /** The same cells, in more and longer forks. */
  RIGOROUS(10, new Timing(5, 500, 5, 500), STANDARD.parts),

  /** Everything that can be measured, at four fan-outs: for a night. */
  ALL(
      5,
      new Timing(3, 250, 4, 250),
      axes(
          List.of(MeasuredPattern.values()), Tier.all(), List.of(Work.values()), 1, 10, 100, 1000));

  private final int rounds;
  private final Timing timing;
  private final List<Axes> parts;

  Matrix(int rounds, Timing timing, Axes... parts) {
    this(rounds, timing, List.of(parts));
  }

  Matrix(int rounds, Timing timing, List<Axes> parts) {
    this.rounds = rounds;
    this.timing = timing;
    this.parts = parts;
  }

  private static Axes axes(
      List<MeasuredPattern> patterns, List<Tier> tiers, List<Work> works, Integer... fanOuts) {
    return new Axes(
        patterns,
        List.of(Model.values()),
        tiers,
        List.of(TransportChoice.DEFAULT),
        works,
        List.of(fanOuts),
        List.of(PoolSize.DEFAULT),
        List.of(Neighbour.NONE));
  }

  int rounds() {
    return rounds;
  }

  Timing timing() {
    return timing;
  }

  /** Its parts, which have no cell in common. */
  List<Axes> parts() {
    return parts;
  }

  List<Cell> cells() {
    return parts.stream().flatMap(part -> part.cells().stream()).toList();
  }

  /** The time its forks are expected to take. */
  Duration expected() {
    return timing.expected().multipliedBy((long) rounds * cells().size());
  }
}
