package dev.heddle.reports.html;

import dev.heddle.reports.chart.Digits;
import dev.heddle.reports.chart.HumanUnit;
import dev.heddle.reports.stats.LoadPoint;
import dev.heddle.reports.stats.Names;
import java.util.Locale;

/** Figures of a load, for sentences and tables. */
public final class LoadFigures {

  /** The unit of all latencies under load. */
  public static final HumanUnit MILLIS = new HumanUnit("ms", 1e-3);

  private LoadFigures() {}

  /** The 99th percentile of all valid forks together, in milliseconds. */
  public static double p99(LoadPoint point) {
    return MILLIS.scale(point.response().percentile(LoadPoint.P99));
  }

  /** A rate without superfluous digits. */
  public static String rate(double perSecond) {
    return perSecond == Math.rint(perSecond)
        ? String.format(Locale.ROOT, "%,d", (long) perSecond)
        : Digits.of(perSecond);
  }

  /** The model of a point, for readers. */
  public static String name(LoadPoint point) {
    return Names.display(point.model());
  }
}
