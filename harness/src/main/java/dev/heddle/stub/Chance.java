package dev.heddle.stub;

import dev.heddle.stub.latency.Draw;
import java.util.List;
import java.util.function.LongToIntFunction;

/**
 * Chooses one of several alternatives by their weights, the same one for the same seed and number.
 * A stream of its own keeps one kind of choice independent of another's.
 */
final class Chance implements LongToIntFunction {

  private final long seed;
  private final int stream;
  private final double[] upTo;

  private Chance(long seed, int stream, double[] upTo) {
    this.seed = seed;
    this.stream = stream;
    this.upTo = upTo;
  }

  /** Alternatives of any weights that are not all zero. */
  static Chance weighted(long seed, int stream, List<Double> weights) {
    double[] upTo = new double[weights.size()];
    double sum = 0;
    for (int i = 0; i < upTo.length; i++) {
      sum += weights.get(i);
      upTo[i] = sum;
    }
    for (int i = 0; i < upTo.length; i++) {
      upTo[i] /= sum;
    }
    return new Chance(seed, stream, upTo);
  }

  /** 0 for a share of the numbers, 1 for the others. */
  static Chance of(long seed, int stream, double share) {
    return weighted(seed, stream, List.of(share, 1 - share));
  }

  @Override
  public int applyAsInt(long number) {
    double draw = Draw.uniform(seed, stream, number);
    int index = 0;
    while (index < upTo.length - 1 && draw >= upTo[index]) {
      index++;
    }
    return index;
  }
}
