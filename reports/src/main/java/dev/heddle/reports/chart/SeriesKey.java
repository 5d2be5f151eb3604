package dev.heddle.reports.chart;

import java.util.Comparator;

/**
 * What a series of a chart is known by. JFreeChart takes a series whose key equals another's for an
 * error and shows the key in the legend; names that are cut short may be equal.
 *
 * @param index of the series in its chart
 * @param name stands in the legend
 */
record SeriesKey(int index, String name) implements Comparable<SeriesKey> {

  private static final int USUAL_LENGTH = 22;

  /** A reference tells its versions. */
  private static final int REFERENCE_LENGTH = 60;

  /** Of a name that may be too long for a legend of many. */
  static SeriesKey of(int index, String name) {
    return of(index, name, USUAL_LENGTH);
  }

  /** Of a contestant or of a reference. */
  static SeriesKey of(int index, String name, boolean isReference) {
    return of(index, name, isReference ? REFERENCE_LENGTH : USUAL_LENGTH);
  }

  /** Of a name that may be too long for the legend. */
  static SeriesKey of(int index, String name, int longest) {
    return new SeriesKey(index, ChartStyle.shortened(name, longest));
  }

  @Override
  public int compareTo(SeriesKey other) {
    return Comparator.comparingInt(SeriesKey::index).compare(this, other);
  }

  @Override
  public String toString() {
    return name;
  }
}
