package dev.heddle.measure;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;

/**
 * What this JVM's collectors did so far.
 *
 * @param count collections
 * @param millis time spent in them, in milliseconds; with a concurrent collector not all of it is a
 *     pause
 */
public record GcPauses(long count, long millis) {

  /** Up to now. */
  public static GcPauses now() {
    long count = 0;
    long millis = 0;
    for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
      count += Math.max(0, collector.getCollectionCount());
      millis += Math.max(0, collector.getCollectionTime());
    }
    return new GcPauses(count, millis);
  }

  /** What was done since an earlier moment. */
  public GcPauses since(GcPauses before) {
    return new GcPauses(count - before.count, millis - before.millis);
  }
}
