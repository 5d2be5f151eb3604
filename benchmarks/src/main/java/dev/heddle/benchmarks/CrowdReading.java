package dev.heddle.benchmarks;

import dev.heddle.profile.MemoryReading;
import java.time.Duration;

/**
 * What tasks in flight hold, all together.
 *
 * @param tasks how many
 * @param ideal how long each of them takes
 * @param wall from the call to the end of the last
 * @param before the process without them
 * @param during the process with all of them
 */
public record CrowdReading(
    int tasks, Duration ideal, Duration wall, MemoryReading before, MemoryReading during) {

  /** Bytes of heap that a task holds. */
  public double heapPerTask() {
    return (double) (during.heapBytes() - before.heapBytes()) / tasks;
  }

  /** Bytes of RSS that a task holds. With a heap that is touched at the start, all but the heap. */
  public double rssPerTask() {
    return (double) (during.rssBytes() - before.rssBytes()) / tasks;
  }

  /** Threads of the process with all of them. */
  public double osThreads() {
    return during.osThreads();
  }

  /** How long the whole took, as a multiple of what one task takes. */
  public double timesIdeal() {
    return (double) wall.toNanos() / ideal.toNanos();
  }
}
