package dev.heddle.stub.latency;

import java.util.Map;
import java.util.SortedMap;

/** Each distinct delay with how often it was measured, as a histogram has it. */
final class CountedValues implements EmpiricalSource {

  private final long[] nanos;

  /** How many delays are at most the one with the same index. */
  private final long[] upTo;

  private CountedValues(long[] nanos, long[] upTo) {
    this.nanos = nanos;
    this.upTo = upTo;
  }

  /** Of counts above 0 by nanoseconds, at least one, that add up to less than 2^63. */
  static CountedValues of(SortedMap<Long, Long> counts) {
    long[] nanos = new long[counts.size()];
    long[] upTo = new long[counts.size()];
    long total = 0;
    int index = 0;
    for (Map.Entry<Long, Long> entry : counts.entrySet()) {
      total += entry.getValue();
      nanos[index] = entry.getKey();
      upTo[index++] = total;
    }
    return new CountedValues(nanos, upTo);
  }

  @Override
  public long nanos(double u) {
    return nanos[holding(Math.min((long) (u * size()), size() - 1))];
  }

  @Override
  public long size() {
    return upTo[upTo.length - 1];
  }

  /** Where the delay of a rank is: the first index that more delays than {@code rank} go up to. */
  private int holding(long rank) {
    int low = 0;
    int high = upTo.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (upTo[middle] > rank) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
