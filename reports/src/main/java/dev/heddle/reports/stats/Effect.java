package dev.heddle.reports.stats;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How the number of a candidate lies to that of a base, estimated from their forks on logarithms.
 *
 * @param logRatio the mean log of candidate through base
 * @param design how the forks were set against each other
 * @param dependence of the blocks in their order; of no numbers where there are no blocks
 * @param blocks the log ratio of each block in order; empty where there are no blocks
 */
public record Effect(
    MeanError logRatio, Ratio.Design design, Dependence dependence, List<Double> blocks) {

  private static final int FEWEST = 2;

  public Effect {
    blocks = List.copyOf(blocks);
  }

  /**
   * Blocks: fork i of both sides ran in block i. The mean of the blocks' log ratios; its error is
   * widened where neighbouring blocks are alike.
   *
   * @param base one number a fork, above zero
   * @param candidate as many
   */
  public static Effect ofBlocks(List<Double> base, List<Double> candidate) {
    requireTwo(base, candidate);
    if (base.size() != candidate.size()) {
      throw new IllegalArgumentException(
          "%d forks of the base and %d of the candidate; in blocks there are as many"
              .formatted(base.size(), candidate.size()));
    }
    double[] logs = new double[base.size()];
    for (int i = 0; i < logs.length; i++) {
      logs[i] = Math.log(candidate.get(i) / base.get(i));
    }
    Sample sample = Sample.of(logs);
    Dependence dependence = Dependence.of(sample);
    MeanError error = sample.meanError();
    return new Effect(
        dependence.isPresent() ? error.widened(dependence.variances()) : error,
        Ratio.Design.BLOCKS,
        dependence,
        Arrays.stream(logs).boxed().toList());
  }

  /** Independent forks: the difference of the mean logs, after Welch. */
  public static Effect ofIndependent(List<Double> base, List<Double> candidate) {
    requireTwo(base, candidate);
    return new Effect(
        Estimate.logs(candidate).differenceFrom(Estimate.logs(base)),
        Ratio.Design.INDEPENDENT,
        new Dependence(0, 0),
        List.of());
  }

  /** The ratio of candidate to base. */
  public double ratio() {
    return Math.exp(logRatio.mean());
  }

  /**
   * The interval around the ratio.
   *
   * @param alpha how often it may miss, such as 0.01
   */
  public Interval interval(double alpha) {
    return logRatio.interval(alpha).map(Math::exp);
  }

  /** The two-sided p-value of there being no effect. */
  public double p() {
    return logRatio.p();
  }

  /** The p-value of the sign-flip test, from 8 blocks on; takes some milliseconds. */
  public OptionalDouble signFlip() {
    return blocks.size() < SignFlip.FEWEST
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            SignFlip.p(Sample.of(blocks.stream().mapToDouble(Double::doubleValue).toArray())));
  }

  private static void requireTwo(List<Double> base, List<Double> candidate) {
    if (base.size() < FEWEST || candidate.size() < FEWEST) {
      throw new IllegalArgumentException(
          "%d forks of the base and %d of the candidate; allowed: 2 or more of each"
              .formatted(base.size(), candidate.size()));
    }
  }
}
