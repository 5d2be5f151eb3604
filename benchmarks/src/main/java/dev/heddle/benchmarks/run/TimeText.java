package dev.heddle.benchmarks.run;

import java.time.Duration;

/** Durations for people, such as {@code 2 min 05 s}. */
public final class TimeText {

  private TimeText() {}

  /** The duration in hours, minutes and seconds, rounded to a second. */
  public static String of(Duration duration) {
    long seconds = duration.plusMillis(500).toSeconds();
    if (seconds < 60) {
      return seconds + " s";
    }
    if (seconds < 3600) {
      return "%d min %02d s".formatted(seconds / 60, seconds % 60);
    }
    return "%d h %02d min".formatted(seconds / 3600, seconds / 60 % 60);
  }
}
