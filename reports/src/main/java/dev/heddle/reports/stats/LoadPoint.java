package dev.heddle.reports.stats;

import dev.heddle.reports.read.Histogram;
import dev.heddle.reports.read.LoadFork;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * One model at one offered rate. Its figures are those of its valid forks; if it has none, those of
 * all, which say only why they are not valid.
 *
 * @param model as a constant, such as {@code VIRTUAL_THREADS}
 * @param rate planned arrivals per second
 * @param forks in order of execution, never empty
 */
public record LoadPoint(String model, double rate, List<LoadFork> forks) {

  /** The percentile that models are compared by. */
  public static final double P99 = 0.99;

  /** Below this share of the offered rate a model no longer keeps up. */
  private static final double KEEPS_UP = 0.99;

  public LoadPoint {
    forks = List.copyOf(forks);
  }

  /** The forks whose figures may be quoted. */
  public List<LoadFork> validForks() {
    return forks.stream().filter(LoadFork::valid).toList();
  }

  /** Whether any fork is valid. */
  public boolean isValid() {
    return forks.stream().anyMatch(LoadFork::valid);
  }

  /** Response times in seconds: histograms are added, percentiles never are. */
  public Histogram response() {
    return sum(fork -> fork.times().response());
  }

  /** Service times in seconds, added up. */
  public Histogram service() {
    return sum(fork -> fork.times().service());
  }

  /** The driver's lags in seconds, added up. */
  public Histogram lag() {
    return sum(fork -> fork.times().lag());
  }

  /** Each fork's own percentile of its response times, in seconds. */
  public List<Double> ofForks(double fraction) {
    return shown().stream().map(fork -> fork.times().response().percentile(fraction)).toList();
  }

  /** Answers per second: the median over the forks. */
  public double achieved() {
    List<Double> sorted = shown().stream().map(LoadFork::achievedPerSecond).sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  /** HTTP exchanges per second: the most of any fork; empty where no fork tells. */
  public OptionalDouble exchangesPerSecond() {
    return shown().stream()
        .map(LoadFork::exchangesPerSecond)
        .flatMapToDouble(OptionalDouble::stream)
        .max();
  }

  /**
   * Answers as a share of the offered rate; in a short run some percent off by chance, as arrivals
   * are random and the last answer takes its time.
   */
  public double achievedShare() {
    return achieved() / rate;
  }

  /** Whether at least 99 % of the offered rate were answered. */
  public boolean keepsUp() {
    return achievedShare() >= KEEPS_UP;
  }

  /** The most requests that were open at once in any fork. */
  public long highestInFlight() {
    return shown().stream().mapToLong(LoadFork::highestInFlight).max().orElse(0);
  }

  /** CPU seconds of the driver for each request: mean over the forks that know it. */
  public OptionalDouble driverCpu() {
    return mean(LoadFork::driverCpu);
  }

  /** CPU seconds of the server for each request: mean over the forks that know it. */
  public OptionalDouble serverCpu() {
    return mean(LoadFork::serverCpu);
  }

  private List<LoadFork> shown() {
    return isValid() ? validForks() : forks;
  }

  private Histogram sum(Function<LoadFork, Histogram> times) {
    return Histogram.sum(shown().stream().map(times).toList());
  }

  private OptionalDouble mean(Function<LoadFork, OptionalDouble> value) {
    return shown().stream().map(value).flatMapToDouble(OptionalDouble::stream).average();
  }
}
