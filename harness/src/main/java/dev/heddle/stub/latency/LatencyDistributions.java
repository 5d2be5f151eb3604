package dev.heddle.stub.latency;

import static dev.heddle.stub.latency.DecimalRange.numbers;
import static dev.heddle.stub.latency.DecimalRange.secondsFrom;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * Distributions by name and arguments, as the stub's requests have them. Delays are decimal numbers
 * of seconds, from 0 to 3600 with at most nine decimals.
 */
public final class LatencyDistributions {

  /** The names there are, in the order of the alphabet. */
  public static final List<String> NAMES =
      List.of("bimodal", "constant", "empirical", "lognormal", "pareto", "uniform");

  private static final DecimalRange SECONDS = secondsFrom(Bound.at("0"));
  private static final DecimalRange POSITIVE_SECONDS = secondsFrom(Bound.at("0.000000001"));
  private static final DecimalRange SHARES = numbers("0", "1");
  private static final DecimalRange SPREADS = numbers("1", "1000");
  private static final DecimalRange SHAPES = numbers("0.01", "1000");
  private static final BigDecimal USUAL_SPREAD = new BigDecimal("1.5");

  private LatencyDistributions() {}

  /**
   * The distribution that a request asks for.
   *
   * @param name one of {@link #NAMES}
   * @param args the arguments by name; {@code seed} and {@code key}, which say what to draw and not
   *     from which distribution, are left alone
   * @param sources what {@code empirical} can draw from
   * @throws InvalidLatencyException if the name is unknown, or an argument is unknown, missing or
   *     out of range
   */
  public static LatencyDistribution parse(
      String name, Map<String, String> args, EmpiricalSources sources)
      throws InvalidLatencyException {
    Arguments arguments = new Arguments(name, args);
    return switch (name) {
      case "bimodal" -> bimodal(arguments);
      case "constant" -> constant(arguments);
      case "empirical" -> empirical(arguments, sources);
      case "lognormal" -> logNormal(arguments);
      case "pareto" -> pareto(arguments);
      case "uniform" -> uniform(arguments);
      default ->
          throw InvalidLatencyException.wrong("distribution", name, String.join(", ", NAMES));
    };
  }

  private static LatencyDistribution bimodal(Arguments args) throws InvalidLatencyException {
    args.requireOnly(List.of("fast", "slow", "slow_share", "spread"));
    BigDecimal fast = args.decimal("fast", POSITIVE_SECONDS);
    BigDecimal slow = args.decimal("slow", secondsFrom(new Bound("fast", fast)));
    BigDecimal slowShare = args.decimal("slow_share", SHARES);
    BigDecimal spread = args.decimal("spread", SPREADS, USUAL_SPREAD);
    return Bimodal.of(
        Delays.nanos(fast), Delays.nanos(slow), slowShare.doubleValue(), spread.doubleValue());
  }

  private static LatencyDistribution constant(Arguments args) throws InvalidLatencyException {
    args.requireOnly(List.of("value"));
    return new Constant(Delays.nanos(args.decimal("value", SECONDS)));
  }

  private static LatencyDistribution empirical(Arguments args, EmpiricalSources sources)
      throws InvalidLatencyException {
    args.requireOnly(List.of("file"));
    return sources.distribution(args.text("file"));
  }

  private static LatencyDistribution logNormal(Arguments args) throws InvalidLatencyException {
    args.requireOnly(List.of("p50", "p99"));
    BigDecimal p50 = args.decimal("p50", POSITIVE_SECONDS);
    BigDecimal p99 = args.decimal("p99", secondsFrom(new Bound("p50", p50)));
    return LogNormal.of(Delays.nanos(p50), Delays.nanos(p99));
  }

  private static LatencyDistribution pareto(Arguments args) throws InvalidLatencyException {
    args.requireOnly(List.of("min", "shape"));
    BigDecimal min = args.decimal("min", POSITIVE_SECONDS);
    return new Pareto(Delays.nanos(min), args.decimal("shape", SHAPES).doubleValue());
  }

  private static LatencyDistribution uniform(Arguments args) throws InvalidLatencyException {
    args.requireOnly(List.of("low", "high"));
    BigDecimal low = args.decimal("low", SECONDS);
    BigDecimal high = args.decimal("high", secondsFrom(new Bound("low", low)));
    return new Uniform(Delays.nanos(low), Delays.nanos(high));
  }
}
