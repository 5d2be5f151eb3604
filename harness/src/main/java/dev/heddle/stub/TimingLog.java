package dev.heddle.stub;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.ByteArrayOutputStream;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;

/**
 * Histograms as one interval of an HdrHistogram log, a tag each; values in nanoseconds.
 *
 * @param startMillis when the interval began, in milliseconds since 1970
 * @param endMillis when it ended
 */
record TimingLog(long startMillis, long endMillis, Map<String, Timings> tagged) {

  private static final double NANOS_PER_MILLI = 1e6;

  ByteBuf bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    HistogramLogWriter writer = new HistogramLogWriter(out);
    writer.outputLogFormatVersion();
    writer.outputComment("[Heddle stub; values in nanoseconds]");
    writer.outputStartTime(startMillis);
    writer.outputLegend();
    tagged.forEach((tag, timings) -> write(writer, tag, timings.histogram()));
    writer.close();
    return Unpooled.wrappedBuffer(out.toByteArray());
  }

  private void write(HistogramLogWriter writer, String tag, Histogram histogram) {
    histogram.setTag(tag);
    histogram.setStartTimeStamp(startMillis);
    histogram.setEndTimeStamp(endMillis);
    writer.outputIntervalHistogram(startMillis / 1e3, endMillis / 1e3, histogram, NANOS_PER_MILLI);
  }
}
