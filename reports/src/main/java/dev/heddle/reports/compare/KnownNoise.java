package dev.heddle.reports.compare;

import dev.heddle.reports.read.Calibration.NoiseFloor;
import dev.heddle.reports.read.Run;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The noise floor that a comparison uses: the greatest that was read beside any of its runs.
 *
 * @param floor the share, and the work at which it was read
 * @param run beside whose results it lies
 */
public record KnownNoise(NoiseFloor floor, Run run) {

  /** Of some runs; empty if none was read beside them. */
  public static Optional<KnownNoise> of(List<Run> runs) {
    return runs.stream()
        .flatMap(run -> of(run).stream())
        .max(Comparator.comparingDouble(known -> known.floor().share()));
  }

  /** The rules with the noise floor of some runs. */
  public static Rules applied(Rules rules, List<Run> runs) {
    return rules.withNoiseFloor(
        of(runs)
            .map(known -> OptionalDouble.of(known.floor().share()))
            .orElse(OptionalDouble.empty()));
  }

  private static Optional<KnownNoise> of(Run run) {
    return run.calibration()
        .flatMap(calibration -> calibration.greatestNoise())
        .map(floor -> new KnownNoise(floor, run));
  }
}
