package dev.heddle.benchmarks.calibrate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A calibration for a terminal. */
public final class CalibrationText {

  private static final double PERCENT = 100;

  private CalibrationText() {}

  /** A line a reading. */
  public static List<String> lines(Calibration calibration) {
    List<String> lines = new ArrayList<>();
    lines.add("Ceilings, exchanges per second: median (least to most)");
    calibration.ceilings().forEach(ceiling -> lines.add("  " + line(ceiling)));
    lines.add("Driver's lag, us");
    calibration.pacing().forEach(pacing -> lines.add("  " + line(pacing)));
    lines.add("Hiccups while nothing runs, us");
    lines.add("  " + line(calibration.hiccupUs()));
    lines.add("Noise floor: below it, two runs of the same code cannot be told from two codes");
    calibration.noise().forEach(noise -> lines.add("  " + line(noise)));
    calibration.missing().forEach(missing -> lines.add("Not read: " + missing));
    return lines;
  }

  static String latest(Calibration.CeilingReading ceiling) {
    return format("%-18s %,10.0f", ceiling.name(), ceiling.perSecond().rounds().getLast());
  }

  private static String line(Calibration.CeilingReading ceiling) {
    Readings rates = ceiling.perSecond();
    return format(
        "%-18s %,10.0f (%,.0f to %,.0f)",
        ceiling.name(), rates.median(), rates.least(), rates.most());
  }

  private static String line(Calibration.PacingReading pacing) {
    return format(
        "%-10s at %,.0f/s: p50 %.1f, p99 %.1f (%.1f to %.1f)",
        pacing.pacing(),
        pacing.perSecond(),
        pacing.p50Us().median(),
        pacing.p99Us().median(),
        pacing.p99Us().least(),
        pacing.p99Us().most());
  }

  private static String line(Calibration.HiccupReading hiccup) {
    return format(
        "p50 %.1f, p99 %.1f, p99.9 %.1f, max %.1f in %.0f s",
        hiccup.p50(), hiccup.p99(), hiccup.p999(), hiccup.max(), hiccup.seconds());
  }

  private static String line(Calibration.NoiseReading noise) {
    return format(
        "%-28s %,.1f %% in %d pairs of forks",
        noise.work(), PERCENT * noise.floor(), noise.scoresUs().size() / 2);
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
