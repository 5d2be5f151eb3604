package dev.heddle.reports.stats;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/**
 * A quantity of a cell, estimated from its forks.
 *
 * @param value the geometric mean over the forks, in the quantity's base unit; the arithmetic mean
 *     where a fork is not above zero; NaN or infinite where a fork is
 * @param interval around {@code value}, from the spread between forks
 * @param doubt why there is no interval; {@link Doubt#NONE} where there is one
 * @param forks one number per fork, in order of execution; empty when the file has none
 */
public record Estimate(double value, Optional<Interval> interval, Doubt doubt, List<Double> forks) {

  private static final int LEAST_FORKS = 3;

  public Estimate {
    forks = List.copyOf(forks);
  }

  /** An estimate from one number per fork: a t interval on their logarithms. */
  public static Estimate ofForks(List<Double> forks) {
    if (forks.isEmpty()) {
      return withoutInterval(Double.NaN, Doubt.NO_FORK_DATA, forks);
    }
    if (!forks.stream().allMatch(Double::isFinite)) {
      return withoutInterval(mean(forks), Doubt.NOT_FINITE, forks);
    }
    if (!forks.stream().allMatch(fork -> fork > 0)) {
      return withoutInterval(mean(forks), Doubt.NOT_POSITIVE, forks);
    }
    if (forks.size() == 1) {
      return withoutInterval(forks.getFirst(), Doubt.ONE_FORK, forks);
    }
    Sample logs = logs(forks);
    Interval interval = logs.interval().map(Math::exp);
    return new Estimate(Math.exp(logs.mean()), Optional.of(interval), Doubt.NONE, forks);
  }

  /** A score that comes without its forks. */
  public static Estimate ofScore(double score) {
    Doubt doubt = Double.isFinite(score) ? Doubt.NO_FORK_DATA : Doubt.NOT_FINITE;
    return withoutInterval(score, doubt, List.of());
  }

  /** Whether it can be ranked and put in a ratio: finite, and above zero in every fork. */
  public boolean isRankable() {
    return Double.isFinite(value) && value > 0 && doubt != Doubt.NOT_POSITIVE;
  }

  /**
   * How far the forks lie apart: the largest through the smallest. 1 where that says nothing: with
   * fewer than three forks, or one that is not above zero.
   */
  public double spread() {
    return forks.size() < LEAST_FORKS || !forks.stream().allMatch(fork -> fork > 0)
        ? 1
        : Collections.max(forks) / Collections.min(forks);
  }

  /**
   * Whether one number can stand for all forks: they lie no further apart than {@link
   * Level#STEADY}. Those of a cell that falls into other regimes from fork to fork do.
   */
  public boolean isSteady() {
    return spread() <= Level.STEADY;
  }

  /**
   * The estimate of {@code numerator / quantity}, exact because the interval is one of logarithms;
   * NaN without forks where this cannot be ranked: the reciprocal of zero means nothing.
   */
  public Estimate reciprocal(double numerator) {
    if (!isRankable()) {
      return withoutInterval(Double.NaN, doubt, List.of());
    }
    DoubleUnaryOperator inverse = x -> numerator / x;
    return new Estimate(
        inverse.applyAsDouble(value),
        interval.map(i -> i.map(inverse)),
        doubt,
        forks.stream().map(inverse::applyAsDouble).toList());
  }

  static Sample logs(List<Double> forks) {
    return Sample.of(forks.stream().mapToDouble(Math::log).toArray());
  }

  private static double mean(List<Double> forks) {
    return forks.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
  }

  private static Estimate withoutInterval(double value, Doubt doubt, List<Double> forks) {
    return new Estimate(value, Optional.empty(), doubt, forks);
  }
}
