package dev.heddle.reports.compare;

import dev.heddle.reports.stats.Interval;
import dev.heddle.reports.stats.Level;
import dev.heddle.reports.stats.Looks;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * By what a comparison judges; printed with every verdict.
 *
 * @param alpha how often a cell without any difference may be called different, such as 0.01
 * @param delta the smallest effect that matters, as a share, such as 0.03
 * @param noiseFloor what identical code seems apart on this machine, as a share, where it was read
 * @param looks when the forks were looked at while they came; empty if only at the end
 * @param allowEnvironment whether unequal environments are compared nevertheless
 */
public record Rules(
    double alpha,
    double delta,
    OptionalDouble noiseFloor,
    Optional<Looks> looks,
    boolean allowEnvironment) {

  /** 1 %, 3 %, no noise floor, one look. */
  public static final Rules STANDARD =
      new Rules(
          1 - Level.CONFIDENCE,
          Level.SMALLEST_EFFECT,
          OptionalDouble.empty(),
          Optional.empty(),
          false);

  public Rules {
    if (!(alpha > 0 && alpha < 0.5)) {
      throw new IllegalArgumentException(
          "alpha is %s; allowed: above 0 %% and below 50 %%, such as 1%%".formatted(alpha));
    }
    if (!(delta > 0 && delta < 1)) {
      throw new IllegalArgumentException(
          "delta is %s; allowed: above 0 %% and below 100 %%, such as 3%%".formatted(delta));
    }
  }

  /** The level of one interval: {@link #alpha}, or less where it was looked at several times. */
  public double level() {
    return looks.map(many -> many.levelFor(alpha)).orElse(alpha);
  }

  /** A p-value of one look as one of all looks: comparable with {@link #alpha}. */
  public double correctedForLooks(double p) {
    return looks.map(many -> many.overallOf(p)).orElse(p);
  }

  /** The ratios that do not matter. */
  public Interval band() {
    return new Interval(1 / (1 + delta), 1 + delta);
  }

  /** With the looks of a comparison that grew. */
  public Rules withLooks(Optional<Looks> other) {
    return new Rules(alpha, delta, noiseFloor, other, allowEnvironment);
  }

  /** With another level. */
  public Rules withAlpha(double other) {
    return new Rules(other, delta, noiseFloor, looks, allowEnvironment);
  }

  /** With what was read of the machine. */
  public Rules withNoiseFloor(OptionalDouble other) {
    return new Rules(alpha, delta, other, looks, allowEnvironment);
  }
}
