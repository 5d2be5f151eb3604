package dev.heddle.profile;

import java.lang.management.ManagementFactory;

/**
 * What a process holds at one moment.
 *
 * @param heapBytes what is reachable in the heap, as a collection found it
 * @param rssBytes of the process in RAM, heap and all the rest; negative where the system does not
 *     tell
 * @param osThreads of the process; negative where the system does not tell
 */
public record MemoryReading(long heapBytes, long rssBytes, long osThreads) {

  private static final long BYTES_PER_KIBIBYTE = 1024;

  /** Collects garbage, which stops all threads meanwhile, and looks. */
  public static MemoryReading afterCollection() {
    System.gc();
    return new MemoryReading(
        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
        ProcFile.STATUS.number("VmRSS") * BYTES_PER_KIBIBYTE,
        ProcFile.STATUS.number("Threads"));
  }
}
