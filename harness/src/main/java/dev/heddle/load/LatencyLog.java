package dev.heddle.load;

import java.io.ByteArrayOutputStream;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;

/**
 * Histograms of one run as an interval of an HdrHistogram log, tagged {@code cell:kind}; values in
 * nanoseconds, as {@code HistogramLogReader} and the tools around it take them.
 *
 * @param cell whose they are, without commas and white space
 * @param beginMillis when the interval began, in milliseconds since 1970
 * @param endMillis when it ended
 * @param byKind the histograms
 */
public record LatencyLog(
    String cell, long beginMillis, long endMillis, Map<String, Histogram> byKind) {

  private static final double NANOS_PER_MILLI = 1e6;
  private static final double MILLIS_PER_SECOND = 1e3;

  /** Checks the cell's name. */
  public LatencyLog {
    if (!cell.matches("[^\\s,]+")) {
      throw new IllegalArgumentException(
          "cell is '%s'; allowed: a name without commas and white space".formatted(cell));
    }
    byKind = Map.copyOf(byKind);
  }

  /** The log's bytes. */
  public byte[] toBytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    HistogramLogWriter writer = new HistogramLogWriter(out);
    writer.outputLogFormatVersion();
    writer.outputComment("[Heddle load; values in nanoseconds]");
    writer.outputStartTime(beginMillis);
    writer.outputLegend();
    byKind.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(kind -> write(writer, kind.getKey(), kind.getValue()));
    writer.close();
    return out.toByteArray();
  }

  private void write(HistogramLogWriter writer, String kind, Histogram histogram) {
    histogram.setTag(cell + ":" + kind);
    histogram.setStartTimeStamp(beginMillis);
    histogram.setEndTimeStamp(endMillis);
    writer.outputIntervalHistogram(
        beginMillis / MILLIS_PER_SECOND, endMillis / MILLIS_PER_SECOND, histogram, NANOS_PER_MILLI);
  }
}
