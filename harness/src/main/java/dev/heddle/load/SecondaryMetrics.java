package dev.heddle.load;

import java.util.LinkedHashMap;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** What JMH's result of a run has beside its primary score. */
public final class SecondaryMetrics {

  /**
   * A figure with its unit.
   *
   * @param unit as JMH writes units, such as {@code us/op}
   */
  public record Figure(double amount, String unit) {}

  private SecondaryMetrics() {}

  /** The figures of a run by name, such as {@code response.p99}. */
  public static Map<String, Figure> of(LoadReport report) {
    PhaseResult measured = report.result().measured();
    Map<String, Figure> figures = new LinkedHashMap<>();
    add(figures, "response", measured.response());
    add(figures, "service", measured.service());
    add(figures, "lag", measured.lag());
    figures.put("offered", new Figure(report.offeredPerSecond(), "ops/s"));
    figures.put("achieved", new Figure(measured.perSecond(), "ops/s"));
    figures.put("valid", new Figure(report.verdict().isValid() ? 1 : 0, "runs"));
    return figures;
  }

  private static void add(Map<String, Figure> figures, String kind, Histogram histogram) {
    Percentiles.micros(histogram)
        .forEach((name, micros) -> figures.put(kind + "." + name, new Figure(micros, "us/op")));
  }
}
