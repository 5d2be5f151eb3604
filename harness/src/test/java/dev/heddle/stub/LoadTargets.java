package dev.heddle.stub;

import java.util.List;
import java.util.SplittableRandom;

/** Draws targets by their weights, the same ones in the same order for the same seed. */
final class LoadTargets {

  private final List<LoadTarget> targets;
  private final double[] upTo;
  private final SplittableRandom random;

  LoadTargets(List<LoadTarget> targets, long seed) {
    this.targets = List.copyOf(targets);
    this.upTo = new double[targets.size()];
    this.random = new SplittableRandom(seed);
    double sum = 0;
    for (int i = 0; i < upTo.length; i++) {
      sum += targets.get(i).weight();
      upTo[i] = sum;
    }
  }

  /** The index of the next request's target. */
  int draw() {
    double point = random.nextDouble() * upTo[upTo.length - 1];
    int i = 0;
    while (i < upTo.length - 1 && point >= upTo[i]) {
      i++;
    }
    return i;
  }

  LoadTarget get(int index) {
    return targets.get(index);
  }

  int size() {
    return targets.size();
  }
}
