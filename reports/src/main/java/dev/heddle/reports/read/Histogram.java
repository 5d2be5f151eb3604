package dev.heddle.reports.read;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Samples of one fork, or of several added up: how often each value was seen. */
public final class Histogram implements ForkData {

  private final double[] values;
  private final long[] cumulated;

  private Histogram(double[] values, long[] cumulated) {
    this.values = values;
    this.cumulated = cumulated;
  }

  /**
   * A histogram of the given counts.
   *
   * @param counts value to its number of samples, none of them negative
   */
  public static Histogram of(SortedMap<Double, Long> counts) {
    double[] values = counts.keySet().stream().mapToDouble(Double::doubleValue).toArray();
    long[] cumulated = counts.values().stream().mapToLong(Long::longValue).toArray();
    Arrays.parallelPrefix(cumulated, Long::sum);
    return new Histogram(values, cumulated);
  }

  /** All samples of some histograms, as if one had recorded them. */
  public static Histogram sum(Collection<Histogram> parts) {
    TreeMap<Double, Long> counts = new TreeMap<>();
    parts.forEach(part -> part.addTo(counts));
    return of(counts);
  }

  private void addTo(Map<Double, Long> counts) {
    long before = 0;
    for (int i = 0; i < values.length; i++) {
      counts.merge(values[i], cumulated[i] - before, Long::sum);
      before = cumulated[i];
    }
  }

  /** The same samples in another unit. */
  public Histogram scaled(double factor) {
    double[] scaled = Arrays.stream(values).map(value -> value * factor).toArray();
    return new Histogram(scaled, cumulated);
  }

  /** How many samples there are. */
  public long samples() {
    return cumulated.length == 0 ? 0 : cumulated[cumulated.length - 1];
  }

  /** Whether a sample lies beyond a percentile; without one it only repeats the greatest value. */
  public boolean reachesBeyond(double fraction) {
    return samples() * (1 - fraction) > 0.999;
  }

  @Override
  public double mean() {
    double sum = 0;
    long before = 0;
    for (int i = 0; i < values.length; i++) {
      sum += values[i] * (cumulated[i] - before);
      before = cumulated[i];
    }
    return sum / samples();
  }

  /**
   * The smallest recorded value that at least {@code fraction} of the samples do not exceed
   * (nearest rank); NaN when there are no samples.
   *
   * @param fraction from 0 (the least value) to 1 (the greatest)
   */
  public double percentile(double fraction) {
    if (samples() == 0) {
      return Double.NaN;
    }
    long rank = Math.max(1, (long) Math.ceil(fraction * samples()));
    return values[indexOf(rank)];
  }

  private int indexOf(long rank) {
    int found = Arrays.binarySearch(cumulated, rank);
    if (found < 0) {
      return -found - 1;
    }
    int first = found;
    while (first > 0 && cumulated[first - 1] >= rank) {
      first--;
    }
    return first;
  }
}
