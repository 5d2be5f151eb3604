package dev.heddle.benchmarks;

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
      new Axes(
          List.of(MeasuredPattern.GATHER),
          List.of(Model.values()),
          List.of(Tier.CONTRACT),
          List.of(TransportChoice.DEFAULT),
          List.of(Work.NO_OP, Work.FETCH),
          List.of(100))),

  /** What a decision may stand on: both tiers, three fan-outs. */
  STANDARD(
      5,
      new Timing(4, 300, 5, 300),
      new Axes(
          List.of(MeasuredPattern.GATHER),
          List.of(Model.values()),
          List.of(Tier.values()),
          List.of(TransportChoice.DEFAULT),
          List.of(Work.values()),
          List.of(10, 100, 1000))),

  /** The same cells, in more and longer forks. */
  RIGOROUS(10, new Timing(5, 500, 5, 500), STANDARD.axes);

  private final int rounds;
  private final Timing timing;
  private final Axes axes;

  Matrix(int rounds, Timing timing, Axes axes) {
    this.rounds = rounds;
    this.timing = timing;
    this.axes = axes;
  }

  int rounds() {
    return rounds;
  }

  Timing timing() {
    return timing;
  }

  Axes axes() {
    return axes;
  }

  /** The time its forks are expected to take. */
  Duration expected() {
    return timing.expected().multipliedBy((long) rounds * axes.cells().size());
  }
}
