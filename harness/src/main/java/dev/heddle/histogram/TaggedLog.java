package dev.heddle.histogram;

import java.io.ByteArrayOutputStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;

/**
 * Histograms as one interval of an HdrHistogram log, a tag each; values in nanoseconds.
 *
 * @param comment stands at the beginning
 * @param beginMillis when the interval began, in milliseconds since 1970
 * @param endMillis when it ended
 * @param byTag the histograms in the order of the log, which marks them with tag and times; no tag
 *     has commas or white space
 */
public record TaggedLog(
    String comment, long beginMillis, long endMillis, Map<String, Histogram> byTag) {

  private static final double NANOS_PER_MILLI = 1e6;
  private static final double MILLIS_PER_SECOND = 1e3;

  /** Copies the map. */
  public TaggedLog {
    byTag = Collections.unmodifiableMap(new LinkedHashMap<>(byTag));
  }

  /** The log's bytes. */
  public byte[] toBytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    HistogramLogWriter writer = new HistogramLogWriter(out);
    writer.outputLogFormatVersion();
    writer.outputComment(comment);
    writer.outputStartTime(beginMillis);
    writer.outputLegend();
    byTag.forEach((tag, histogram) -> write(writer, tag, histogram));
    writer.close();
    return out.toByteArray();
  }

  private void write(HistogramLogWriter writer, String tag, Histogram histogram) {
    histogram.setTag(tag);
    histogram.setStartTimeStamp(beginMillis);
    histogram.setEndTimeStamp(endMillis);
    writer.outputIntervalHistogram(
        beginMillis / MILLIS_PER_SECOND, endMillis / MILLIS_PER_SECOND, histogram, NANOS_PER_MILLI);
  }
}
