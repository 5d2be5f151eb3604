package dev.heddle.reports.read;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.HdrHistogram.EncodableHistogram;

/**
 * Reads an HdrHistogram interval log of any tool, with values in nanoseconds, as that format has it
 * by custom: a cell of sampled times for each tag.
 */
final class HlogFile {

  /** How such files are named. */
  static final String SUFFIX = ".hlog";

  private static final String EXPECTED = "an HdrHistogram interval log (HistogramLogWriter)";
  private static final String UNTAGGED = "all";
  private static final Schedule ONCE =
      new Schedule(1, 1, new Schedule.Phase(0, "", 1), new Schedule.Phase(1, "", 1));
  private static final Jvm UNKNOWN = new Jvm("", "", "", "", List.of());

  private HlogFile() {}

  /**
   * A cell for each tag, in the order of their first intervals.
   *
   * @throws UnreadableInputException if it is absent, damaged, or holds no values
   */
  static List<Cell> read(Path file) throws UnreadableInputException {
    Map<String, SortedMap<Double, Long>> counts = counts(file);
    List<Cell> cells = new ArrayList<>();
    String name = withoutDots(String.valueOf(file.getFileName()).replaceFirst("\\.hlog$", ""));
    counts.forEach((tag, of) -> cells.add(cell(name + "." + withoutDots(tag), Histogram.of(of))));
    if (cells.isEmpty()) {
      throw new UnreadableInputException(file, "holds no values", EXPECTED);
    }
    return cells;
  }

  private static Map<String, SortedMap<Double, Long>> counts(Path file)
      throws UnreadableInputException {
    Map<String, SortedMap<Double, Long>> counts = new LinkedHashMap<>();
    IntervalLog log = new IntervalLog(file, EXPECTED, "is cut off or damaged, or no such log");
    log.forEach(interval -> add(interval, counts));
    return counts;
  }

  private static void add(
      org.HdrHistogram.Histogram interval, Map<String, SortedMap<Double, Long>> counts) {
    String tag = Optional.ofNullable(((EncodableHistogram) interval).getTag()).orElse(UNTAGGED);
    interval
        .recordedValues()
        .forEach(
            value ->
                counts
                    .computeIfAbsent(tag, _ -> new TreeMap<>())
                    .merge(
                        (double) value.getValueIteratedTo(),
                        value.getCountAddedInThisIterationStep(),
                        Long::sum));
  }

  private static Cell cell(String benchmark, Histogram histogram) {
    Metric metric =
        new Metric(histogram.mean(), Double.NaN, "ns/op", new TreeMap<>(), List.of(histogram));
    return new Cell(benchmark, Mode.SAMPLE_TIME, Map.of(), ONCE, UNKNOWN, metric, Map.of());
  }

  /** The last dot of a benchmark's name stands before its method. */
  private static String withoutDots(String name) {
    return name.replace('.', '·');
  }
}
