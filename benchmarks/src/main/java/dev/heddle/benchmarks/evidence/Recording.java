package dev.heddle.benchmarks.evidence;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingFile;

/** A recording of one fork by JDK Flight Recorder. */
public final class Recording {

  private static final String PINNED = "jdk.VirtualThreadPinned";
  private static final String SUBMIT_FAILED = "jdk.VirtualThreadSubmitFailed";
  private static final String THREAD_START = "jdk.ThreadStart";

  /** What the JDK calls the threads of its scheduler of virtual threads. */
  private static final String CARRIER = "ForkJoinPool-1-worker-";

  private long pinned;
  private Duration pinnedFor = Duration.ZERO;
  private Duration pinnedLongest = Duration.ZERO;
  private long submitFailed;
  private final Set<String> carriers = new TreeSet<>();

  private Recording() {}

  /**
   * The JVM argument that makes the recording: nothing but these events, each time a virtual thread
   * is pinned however shortly.
   */
  public static String argument(Path file) {
    return "-XX:StartFlightRecording:filename="
        + file.toAbsolutePath()
        + ",settings=none,dumponexit=true"
        + (",+" + PINNED + "#enabled=true,+" + PINNED + "#threshold=0ms")
        + (",+" + SUBMIT_FAILED + "#enabled=true,+" + THREAD_START + "#enabled=true");
  }

  /**
   * What a recording holds.
   *
   * @param cell what was recorded, for a person
   * @throws IOException if the file cannot be read
   */
  public static Evidence read(Path file, String cell) throws IOException {
    Recording recording = new Recording();
    try (RecordingFile events = new RecordingFile(file)) {
      while (events.hasMoreEvents()) {
        recording.note(events.readEvent());
      }
    }
    return recording.evidence(cell);
  }

  private void note(RecordedEvent event) {
    switch (event.getEventType().getName()) {
      case PINNED -> notePinned(event.getDuration());
      case SUBMIT_FAILED -> submitFailed++;
      case THREAD_START -> noteThread(event.getThread("thread"));
      default -> {
        // Nothing else is asked for; what comes all the same tells nothing here.
      }
    }
  }

  private void notePinned(Duration duration) {
    pinned++;
    pinnedFor = pinnedFor.plus(duration);
    pinnedLongest = duration.compareTo(pinnedLongest) > 0 ? duration : pinnedLongest;
  }

  private void noteThread(RecordedThread thread) {
    String name = thread == null ? null : thread.getJavaName();
    if (name != null && name.startsWith(CARRIER)) {
      carriers.add(name);
    }
  }

  private Evidence evidence(String cell) {
    return new Evidence(
        cell, pinned, millis(pinnedFor), millis(pinnedLongest), submitFailed, carriers.size());
  }

  private static double millis(Duration duration) {
    return duration.toNanos() / 1e6;
  }
}
