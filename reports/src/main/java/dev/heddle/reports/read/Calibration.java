package dev.heddle.reports.read;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What is known of the machine that a run was made on.
 *
 * @param ceilings the most that clients and servers exchange there
 * @param noise by how much the same code seems to differ there
 * @param facts all of it, for the page
 */
public record Calibration(List<Ceiling> ceilings, List<NoiseFloor> noise, Environment.Table facts) {

  public Calibration {
    ceilings = List.copyOf(ceilings);
    noise = List.copyOf(noise);
  }

  /**
   * One ceiling.
   *
   * @param name client and server
   * @param perSecond exchanges per second, the median of its readings
   */
  public record Ceiling(String name, double perSecond) {}

  /**
   * What the same code seems to differ by.
   *
   * @param work what ran
   * @param share as a share: 0.01 is 1 %
   */
  public record NoiseFloor(String work, double share) {}

  /** The greatest noise floor; empty where none was read. */
  public Optional<NoiseFloor> greatestNoise() {
    return noise.stream().max(Comparator.comparingDouble(NoiseFloor::share));
  }

  /** The lowest ceiling; empty where none was read. */
  public Optional<Ceiling> lowest() {
    return ceilings.stream().min(Comparator.comparingDouble(Ceiling::perSecond));
  }
}
