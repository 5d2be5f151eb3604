package dev.heddle.stub.latency;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import java.util.zip.DataFormatException;
import org.HdrHistogram.AbstractHistogram;
import org.HdrHistogram.HistogramIterationValue;
import org.HdrHistogram.HistogramLogScanner;
import org.HdrHistogram.HistogramLogScanner.EncodableHistogramSupplier;

/**
 * An interval log as HdrHistogram's HistogramLogWriter writes it, in nanoseconds.
 *
 * <p>A histogram says of a value only in which bucket it was; it counts as the middle of that, as
 * in the histogram's own mean.
 */
final class IntervalLog implements HistogramLogScanner.EventHandler {

  private static final String ALLOWED =
      "an interval of an HdrHistogram log, its values nanoseconds from 0 to 3600 s";

  private final TreeMap<Long, Long> counts = new TreeMap<>();
  private long total;
  private boolean good;

  private IntervalLog() {}

  static CountedValues read(Path file) throws IOException, InvalidLatencyException {
    IntervalLog log = new IntervalLog();
    Line.each(file, log::take);
    if (log.counts.isEmpty()) {
      throw InvalidLatencyException.empty(file, "lines, each with " + ALLOWED);
    }
    return CountedValues.of(log.counts);
  }

  /** Line by line, because HdrHistogram's reader takes a damaged line for the end of the log. */
  private void take(Line line) throws InvalidLatencyException {
    if (line.text().startsWith("\"StartTimestamp\"")) {
      return;
    }
    good = false;
    InputStream bytes =
        new ByteArrayInputStream((line.text() + "\n").getBytes(StandardCharsets.UTF_8));
    try (HistogramLogScanner scanner = new HistogramLogScanner(bytes)) {
      scanner.process(this);
    } catch (NoSuchElementException e) {
      // The scanner's way to say that it came to the end of the line too early.
      good = false;
    }
    if (!good) {
      throw line.refused(ALLOWED);
    }
  }

  @Override
  public boolean onHistogram(
      String tag, double timestamp, double length, EncodableHistogramSupplier reader) {
    try {
      good = reader.read() instanceof AbstractHistogram histogram && add(histogram);
    } catch (DataFormatException e) {
      good = false;
    }
    return true;
  }

  private boolean add(AbstractHistogram histogram) {
    if (histogram.lowestEquivalentValue(histogram.getMaxValue()) > LatencyDistribution.MAX_NANOS) {
      return false;
    }
    total = Math.addExact(total, histogram.getTotalCount());
    for (HistogramIterationValue value : histogram.recordedValues()) {
      long middle = histogram.medianEquivalentValue(value.getValueIteratedTo());
      counts.merge(
          Math.min(middle, LatencyDistribution.MAX_NANOS),
          value.getCountAtValueIteratedTo(),
          Long::sum);
    }
    return true;
  }

  /** Whatever a damaged line brings about, it is refused. */
  @Override
  public boolean onException(Throwable failure) {
    good = false;
    return true;
  }

  @Override
  public boolean onComment(String comment) {
    return false;
  }

  @Override
  public boolean onBaseTime(double secondsSinceEpoch) {
    return false;
  }

  @Override
  public boolean onStartTime(double secondsSinceEpoch) {
    return false;
  }
}
