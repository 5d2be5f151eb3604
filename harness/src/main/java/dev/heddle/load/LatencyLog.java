package dev.heddle.load;

import dev.heddle.histogram.TaggedLog;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

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

  /** Checks the cell's name. */
  public LatencyLog {
    if (!cell.matches("[^\\s,]+")) {
      throw new IllegalArgumentException(
          "cell is '%s'; allowed: a name without commas and white space".formatted(cell));
    }
    byKind = Map.copyOf(byKind);
  }

  /** The log's bytes, kinds in the order of the alphabet. */
  public byte[] toBytes() {
    Map<String, Histogram> byTag = new TreeMap<>();
    byKind.forEach((kind, histogram) -> byTag.put(cell + ":" + kind, histogram));
    return new TaggedLog("[Heddle load; values in nanoseconds]", beginMillis, endMillis, byTag)
        .toBytes();
  }
}
