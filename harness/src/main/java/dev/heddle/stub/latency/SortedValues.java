package dev.heddle.stub.latency;

import java.util.Arrays;

/** Each measured delay by itself. */
final class SortedValues implements EmpiricalSource {

  private final long[] nanos;

  private SortedValues(long[] nanos) {
    this.nanos = nanos;
  }

  /** Of nanoseconds in any order, at least one. */
  static SortedValues of(long... nanos) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    return new SortedValues(sorted);
  }

  @Override
  public long nanos(double u) {
    return nanos[Math.min((int) (u * nanos.length), nanos.length - 1)];
  }

  @Override
  public long size() {
    return nanos.length;
  }
}
