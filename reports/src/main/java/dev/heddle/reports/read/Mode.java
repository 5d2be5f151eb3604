package dev.heddle.reports.read;

import java.util.Arrays;
import java.util.Optional;

/** JMH's benchmark modes, by the short label that result files carry. */
public enum Mode {
  THROUGHPUT("thrpt", "throughput"),
  AVERAGE_TIME("avgt", "average time"),
  SAMPLE_TIME("sample", "sampled time"),
  SINGLE_SHOT("ss", "single shot time");

  private final String label;
  private final String words;

  Mode(String label, String words) {
    this.label = label;
    this.words = words;
  }

  /** The value of JMH's {@code -bm} option and of the file's {@code mode} field. */
  public String label() {
    return label;
  }

  /** The mode in words, for readers. */
  public String words() {
    return words;
  }

  static Optional<Mode> ofLabel(String label) {
    return Arrays.stream(values()).filter(mode -> mode.label.equals(label)).findFirst();
  }
}
