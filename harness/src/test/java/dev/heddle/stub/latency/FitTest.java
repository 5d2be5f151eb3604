package dev.heddle.stub.latency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.LogNormalDistribution;
import org.apache.commons.statistics.distribution.ParetoDistribution;
import org.apache.commons.statistics.distribution.UniformContinuousDistribution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Draws have the distribution they are said to have, by formulas of Commons Statistics. */
class FitTest {

  /** The standard normal distribution's 99th percentile, from a table. */
  private static final double Z99 = 2.3263478740408408;

  private static final long MILLI = 1_000_000;
  private static final List<Long> SEEDS = List.of(1L, 2L, 3L, 20261125L, -5L);

  /**
   * Draws, and a distribution.
   *
   * @param cdf by nanoseconds
   */
  record Pair(LatencyDistribution draws, DoubleUnaryOperator cdf) {

    /** The likeliest of the seeds. */
    double best() {
      return fits().max().orElseThrow();
    }

    double worst() {
      return fits().min().orElseThrow();
    }

    private DoubleStream fits() {
      return SEEDS.stream()
          .mapToLong(Long::longValue)
          .mapToDouble(seed -> Samples.fit(Samples.of(draws, seed), cdf));
    }
  }

  static final List<Pair> MATCHES =
      List.of(
          new Pair(new Uniform(10 * MILLI, 30 * MILLI), uniform(10, 30)),
          new Pair(LogNormal.of(10 * MILLI, 50 * MILLI), logNormal(10, 50)),
          new Pair(LogNormal.of(100 * MILLI, 110 * MILLI), logNormal(100, 110)),
          new Pair(Bimodal.of(5 * MILLI, 80 * MILLI, 0.1, 1.5), bimodal(5, 80, 0.1, 1.5)),
          // The sorts overlap.
          new Pair(Bimodal.of(5 * MILLI, 8 * MILLI, 0.7, 4), bimodal(5, 8, 0.7, 4)),
          new Pair(new Pareto(10 * MILLI, 2), pareto(10, 2)),
          new Pair(new Pareto(MILLI, 1.2), pareto(1, 1.2)));

  /** Two per cent off or little more. */
  static final List<Pair> MISMATCHES =
      List.of(
          new Pair(new Uniform(10 * MILLI, 30 * MILLI), uniform(10, 30.5)),
          new Pair(LogNormal.of(10 * MILLI, 50 * MILLI), logNormal(10.2, 50)),
          new Pair(LogNormal.of(10 * MILLI, 50 * MILLI), logNormal(10, 55)),
          new Pair(Bimodal.of(5 * MILLI, 80 * MILLI, 0.1, 1.5), bimodal(5, 80, 0.11, 1.5)),
          new Pair(Bimodal.of(5 * MILLI, 80 * MILLI, 0.1, 1.5), bimodal(5, 80, 0.1, 1.6)),
          new Pair(new Pareto(10 * MILLI, 2), pareto(10, 2.1)),
          new Pair(new Pareto(10 * MILLI, 2), pareto(10.1, 2)));

  @ParameterizedTest
  @FieldSource("MATCHES")
  void drawsHaveTheirDistribution(Pair pair) {
    assertThat(pair.worst()).isGreaterThan(Samples.LEAST_P);
  }

  @ParameterizedTest
  @FieldSource("MISMATCHES")
  void theCheckRefusesDistributionsWithSlightlyOtherParameters(Pair pair) {
    assertThat(pair.best()).isLessThan(Samples.LEAST_P);
  }

  private static DoubleUnaryOperator uniform(double low, double high) {
    return inMillis(UniformContinuousDistribution.of(low, high));
  }

  private static DoubleUnaryOperator logNormal(double p50, double p99) {
    return inMillis(LogNormalDistribution.of(Math.log(p50), Math.log(p99 / p50) / Z99));
  }

  private static DoubleUnaryOperator bimodal(
      double fast, double slow, double slowShare, double spread) {
    DoubleUnaryOperator ofFast = logNormal(fast, fast * spread);
    DoubleUnaryOperator ofSlow = logNormal(slow, slow * spread);
    return x -> (1 - slowShare) * ofFast.applyAsDouble(x) + slowShare * ofSlow.applyAsDouble(x);
  }

  private static DoubleUnaryOperator pareto(double min, double shape) {
    return inMillis(ParetoDistribution.of(min, shape));
  }

  private static DoubleUnaryOperator inMillis(ContinuousDistribution distribution) {
    return nanos -> distribution.cumulativeProbability(nanos / MILLI);
  }
}
