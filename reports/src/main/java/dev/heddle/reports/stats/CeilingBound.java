package dev.heddle.reports.stats;

import dev.heddle.reports.read.Calibration;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Which loads and cells come so near to what client and server can do at most that their figures
 * say as much of those two as of the model. They are shown and not ranked.
 *
 * @param ceiling the lowest one of the machine; empty if none is known
 */
public record CeilingBound(Optional<Calibration.Ceiling> ceiling) {

  /** Where no ceiling is known, nothing is bound. */
  public static final CeilingBound UNKNOWN = new CeilingBound(Optional.empty());

  private static final double LIMIT = 0.7;

  /** By what was read of a machine. */
  public static CeilingBound of(Optional<Calibration> calibration) {
    return new CeilingBound(calibration.flatMap(Calibration::lowest));
  }

  /** Whether a point exchanges more than 70 % of the ceiling. */
  public boolean holds(LoadPoint point) {
    return isBound(share(point));
  }

  /** Whether so large a share of the ceiling is too much to be ranked. */
  static boolean isBound(OptionalDouble share) {
    return share.orElse(0) > LIMIT;
  }

  /** A point's exchanges as a share of the ceiling; empty where either is not known. */
  public OptionalDouble share(LoadPoint point) {
    return share(point.exchangesPerSecond());
  }

  /** Exchanges a second as a share of the ceiling; empty where either is not known. */
  OptionalDouble share(OptionalDouble exchanges) {
    return ceiling.isPresent() && exchanges.isPresent()
        ? OptionalDouble.of(exchanges.getAsDouble() / ceiling.get().perSecond())
        : OptionalDouble.empty();
  }
}
