package dev.heddle.load;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Looks for the highest rate at which an objective is met: doubles (or halves) until met and missed
 * rates lie on both sides, bisects between them, and has the best rate confirmed by a longer run,
 * stepping down as long as that fails. Rates are rounded to three digits. Not thread-safe.
 */
public final class RateSearch {

  /** What a level was tried for. */
  public enum Phase {
    /** To find a rate that is met and one that is missed. */
    EXPLORE,
    /** To narrow the gap between them. */
    BISECT,
    /** To see whether the best rate lasts. */
    CONFIRM
  }

  /**
   * A rate to try.
   *
   * @param perSecond the rate
   */
  public record Level(Phase phase, double perSecond) {}

  /** A rate that was tried, and whether the objective was met. */
  public record Step(Level level, boolean met) {}

  private static final MathContext THREE_DIGITS = new MathContext(3);

  private final double precision;
  private final double lowest;
  private final double highest;
  private final List<Step> path = new ArrayList<>();
  private OptionalDouble met = OptionalDouble.empty();
  private OptionalDouble missed = OptionalDouble.empty();
  private OptionalDouble confirmed = OptionalDouble.empty();
  private Optional<Level> next;

  /**
   * A search.
   *
   * @param first the rate to begin with
   * @param precision by which share the next higher rate may differ in the end, such as 0.1
   * @param lowest no rate below is tried
   * @param highest no rate above is tried
   */
  public RateSearch(double first, double precision, double lowest, double highest) {
    if (!(lowest > 0 && lowest <= first && first <= highest)) {
      throw new IllegalArgumentException(
          "the first rate is %s; allowed: %s to %s".formatted(first, lowest, highest));
    }
    if (!(precision >= 0.01 && precision <= 1)) {
      throw new IllegalArgumentException(
          "precision is %s; allowed: 0.01 to 1".formatted(precision));
    }
    this.precision = precision;
    this.lowest = lowest;
    this.highest = highest;
    this.next = Optional.of(new Level(Phase.EXPLORE, rounded(first)));
  }

  /** What is to be tried next; empty when the search has ended. */
  public Optional<Level> next() {
    return next;
  }

  /** Tells how the level of {@link #next} ended. */
  public void told(boolean objectiveMet) {
    Level level = next.orElseThrow(() -> new IllegalStateException("the search has ended"));
    path.add(new Step(level, objectiveMet));
    double rate = level.perSecond();
    if (objectiveMet) {
      met = OptionalDouble.of(rate);
    } else {
      missed = OptionalDouble.of(rate);
    }
    next =
        switch (level.phase()) {
          case EXPLORE -> afterExploring(rate, objectiveMet);
          case BISECT -> between(met.orElseThrow(), missed.orElseThrow());
          case CONFIRM -> afterConfirming(rate, objectiveMet);
        };
  }

  /** The highest rate that was confirmed; empty while the search goes on, or if none was. */
  public OptionalDouble max() {
    return confirmed;
  }

  /**
   * The highest rate that met the objective so far and above which none did, whether confirmed or
   * not; empty if none did.
   */
  public OptionalDouble highestMet() {
    return path.stream()
        .filter(Step::met)
        .mapToDouble(step -> step.level().perSecond())
        .filter(rate -> missed.isEmpty() || rate < missed.getAsDouble())
        .max();
  }

  /** All that was tried, in order. */
  public List<Step> path() {
    return List.copyOf(path);
  }

  private Optional<Level> afterExploring(double rate, boolean objectiveMet) {
    if (met.isPresent() && missed.isPresent()) {
      return between(met.getAsDouble(), missed.getAsDouble());
    }
    if (objectiveMet) {
      return rate >= highest
          ? Optional.of(new Level(Phase.CONFIRM, rate))
          : Optional.of(new Level(Phase.EXPLORE, Math.min(highest, rounded(rate * 2))));
    }
    return below(Phase.EXPLORE, rate, rate / 2);
  }

  private Optional<Level> between(double low, double high) {
    double middle = rounded(Math.sqrt(low * high));
    boolean narrow = high <= low * (1 + precision) || middle <= low || middle >= high;
    return Optional.of(narrow ? new Level(Phase.CONFIRM, low) : new Level(Phase.BISECT, middle));
  }

  private Optional<Level> afterConfirming(double rate, boolean objectiveMet) {
    if (objectiveMet) {
      confirmed = OptionalDouble.of(rate);
      return Optional.empty();
    }
    return below(Phase.CONFIRM, rate, rate / (1 + precision));
  }

  private Optional<Level> below(Phase phase, double rate, double lower) {
    return rate <= lowest
        ? Optional.empty()
        : Optional.of(new Level(phase, Math.max(lowest, rounded(lower))));
  }

  private static double rounded(double rate) {
    return new BigDecimal(rate).round(THREE_DIGITS).doubleValue();
  }
}
