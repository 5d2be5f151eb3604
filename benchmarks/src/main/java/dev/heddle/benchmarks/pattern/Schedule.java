package dev.heddle.benchmarks.pattern;

import java.time.Duration;
import java.util.List;
import java.util.PriorityQueue;

/** How long work takes that costs nothing but its waiting. */
final class Schedule {

  private Schedule() {}

  /**
   * The time until the last has ended, if each begins as soon as one of {@code limit} places is
   * free, in order (list scheduling, as a fair semaphore or a pool does it).
   */
  static Duration inOrder(List<Duration> times, int limit) {
    PriorityQueue<Duration> ends = new PriorityQueue<>();
    Duration last = Duration.ZERO;
    for (Duration time : times) {
      Duration begin = ends.size() < limit ? Duration.ZERO : ends.remove();
      Duration end = begin.plus(time);
      ends.add(end);
      last = end.compareTo(last) > 0 ? end : last;
    }
    return last;
  }

  /** The time until the first has ended, if as many begin as there are places. */
  static Duration first(List<Duration> times, int limit) {
    return times.stream().limit(limit).min(Duration::compareTo).orElse(Duration.ZERO);
  }
}
