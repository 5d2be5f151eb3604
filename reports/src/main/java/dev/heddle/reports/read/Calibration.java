package dev.heddle.reports.read;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What is known of the machine that a run was made on.
 *
 * @param ceilings the most that clients and servers exchange there
 * @param facts all of it, for the page
 */
public record Calibration(List<Ceiling> ceilings, Environment.Table facts) {

  public Calibration {
    ceilings = List.copyOf(ceilings);
  }

  /**
   * One ceiling.
   *
   * @param name client and server
   * @param perSecond exchanges per second, the median of its readings
   */
  public record Ceiling(String name, double perSecond) {}

  /** The lowest; empty where none was read. */
  public Optional<Ceiling> lowest() {
    return ceilings.stream().min(Comparator.comparingDouble(Ceiling::perSecond));
  }
}
