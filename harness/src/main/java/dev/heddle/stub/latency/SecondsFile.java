package dev.heddle.stub.latency;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/** A file with a number of seconds in the first column of each line. */
final class SecondsFile {

  /** 80 MB of delays. */
  static final int MAX_VALUES = 10_000_000;

  private static final String ALLOWED =
      "a decimal number of seconds from 0 to 3600, alone or as the first column";

  // Measured values may be written by any program, so exponents and more than nine decimals are
  // no fault here.
  private static final Pattern NUMBER =
      Pattern.compile("([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]{1,3})?");
  private static final Pattern HEADING = Pattern.compile("[\\p{L}\"'_].*");
  private static final Pattern SEPARATOR = Pattern.compile("[,;\\s]");

  private final LongStream.Builder nanos = LongStream.builder();
  private final int maxValues;
  private int count;
  private boolean headed;

  private SecondsFile(int maxValues) {
    this.maxValues = maxValues;
  }

  static SortedValues read(Path file) throws IOException, InvalidLatencyException {
    return read(file, MAX_VALUES);
  }

  static SortedValues read(Path file, int maxValues) throws IOException, InvalidLatencyException {
    SecondsFile values = new SecondsFile(maxValues);
    Line.each(file, values::take);
    if (values.count == 0) {
      throw InvalidLatencyException.empty(file, "lines, each with " + ALLOWED);
    }
    return SortedValues.of(values.nanos.build().toArray());
  }

  private void take(Line line) throws InvalidLatencyException {
    String column = SEPARATOR.split(line.text(), 2)[0];
    if (isHeading(column)) {
      headed = true;
    } else if (count == maxValues) {
      throw line.refused("no more than %d delays in a file".formatted(maxValues));
    } else {
      nanos.add(nanos(column, line));
      count++;
    }
  }

  private boolean isHeading(String column) {
    return count == 0 && !headed && HEADING.matcher(column).matches();
  }

  private static long nanos(String column, Line line) throws InvalidLatencyException {
    if (NUMBER.matcher(column).matches()) {
      double value = Double.parseDouble(column) * 1e9;
      if (value <= LatencyDistribution.MAX_NANOS) {
        return Math.round(value);
      }
    }
    throw line.refused(ALLOWED);
  }
}
