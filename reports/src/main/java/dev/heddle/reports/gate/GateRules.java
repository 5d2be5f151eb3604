package dev.heddle.reports.gate;

/**
 * What a gate refuses.
 *
 * @param maxRegression by how much a cell may be worse, as a share: 0.05 is 5 %
 * @param strict whether only a cell whose whole interval lies beyond that is a regression
 */
public record GateRules(double maxRegression, boolean strict) {

  public GateRules {
    if (!(maxRegression > 0 && maxRegression < 1)) {
      throw new IllegalArgumentException(
          "max-regression is %s; allowed: above 0 %% and below 100 %%, such as 5%%"
              .formatted(maxRegression));
    }
  }
}
