package dev.heddle.reports.stats;

import java.util.List;
import java.util.Map;
import java.util.Optional;

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
 */
public record ArmResult(
    Arm arm,
    Estimate score,
    Optional<Ratio> toBest,
    List<LatencyPoint> latencies,
    Map<String, Estimate> secondary,
    boolean warmingUp) {}
