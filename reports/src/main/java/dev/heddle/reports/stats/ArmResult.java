package dev.heddle.reports.stats;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What one contestant's forks say.
 *
 * @param arm the contestant
 * @param score its primary score in the scenario's base unit
 * @param toBest its score divided by the best one's; absent for the best itself, and where it
 *     cannot be ranked
 * @param latencies percentiles of sampled operations; empty outside sample mode
 * @param secondary further metrics by name, in the file's units
 * @param warmingUp whether late and early iterations differ
 * @param ceilingShare its exchanges by the most that client and server do; empty where either is
 *     not known
 */
public record ArmResult(
    Arm arm,
    Estimate score,
    Optional<Ratio> toBest,
    List<LatencyPoint> latencies,
    Map<String, Estimate> secondary,
    boolean warmingUp,
    OptionalDouble ceilingShare) {

  /** Whether its score says as much of client and server as of the contestant. */
  public boolean isCeilingBound() {
    return CeilingBound.isBound(ceilingShare);
  }

  /** The same, set against the best. */
  ArmResult withRatio(Ratio ratio) {
    return new ArmResult(
        arm, score, Optional.of(ratio), latencies, secondary, warmingUp, ceilingShare);
  }

  /** Whether it may be set against others. */
  boolean isRankable() {
    return score.isRankable() && !isCeilingBound();
  }
}
