package dev.heddle.reports.read;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.EncodableHistogram;

/** Reads an HdrHistogram interval log in nanoseconds with tags {@code CELL:kind}. */
final class LoadLogFile {

  private static final double NANOS = 1e9;
  private static final String EXPECTED =
      "the whole HdrHistogram log that a load wrote beside the fork's .json";

  private final Path file;
  private final Map<String, TreeMap<Double, Long>> counts = new HashMap<>();

  private LoadLogFile(Path file) {
    this.file = file;
  }

  /**
   * Reads the file; intervals of one kind are added up.
   *
   * @throws UnreadableInputException if it is absent, or no such log
   */
  static LoadLogFile read(Path file) throws UnreadableInputException {
    LoadLogFile log = new LoadLogFile(file);
    new IntervalLog(file, EXPECTED, "is cut off or damaged").forEach(log::add);
    return log;
  }

  /**
   * The histogram of one kind, in seconds.
   *
   * @param samples how many it must hold
   * @throws UnreadableInputException if it does not: the log is cut, or another fork's
   */
  Histogram histogram(String kind, long samples) throws UnreadableInputException {
    Histogram histogram = Histogram.of(counts.getOrDefault(kind, new TreeMap<>()));
    if (histogram.samples() != samples) {
      throw wrong(
          "holds %d values of '%s', not %d as the .json beside it says"
              .formatted(histogram.samples(), kind, samples));
    }
    return histogram;
  }

  private void add(org.HdrHistogram.Histogram interval) {
    String tag = String.valueOf(((EncodableHistogram) interval).getTag());
    TreeMap<Double, Long> of =
        counts.computeIfAbsent(tag.substring(tag.lastIndexOf(':') + 1), kind -> new TreeMap<>());
    interval
        .recordedValues()
        .forEach(
            value ->
                of.merge(
                    value.getValueIteratedTo() / NANOS,
                    value.getCountAddedInThisIterationStep(),
                    Long::sum));
  }

  private UnreadableInputException wrong(String wrong) {
    return new UnreadableInputException(file, wrong, EXPECTED);
  }
}
