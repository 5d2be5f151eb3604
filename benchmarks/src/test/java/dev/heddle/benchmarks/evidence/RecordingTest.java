package dev.heddle.benchmarks.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingTest {

  @TempDir private Path folder = Path.of("");

  /** A thread that waits while it initializes a class has a native frame below it. */
  private static final class WaitsWhileItIsInitialized {

    static final long DONE;

    static {
      try {
        Thread.sleep(Duration.ofMillis(20));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      DONE = System.nanoTime();
    }
  }

  @Test
  void aVirtualThreadThatBlocksItsCarrierIsCounted() throws Exception {
    Path file = folder.resolve("fork.jfr");
    try (jdk.jfr.Recording recording = new jdk.jfr.Recording()) {
      recording.enable("jdk.VirtualThreadPinned").withThreshold(Duration.ZERO);
      recording.start();
      Thread.ofVirtual().start(() -> assertThat(WaitsWhileItIsInitialized.DONE).isNotZero()).join();
      recording.stop();
      recording.dump(file);
    }

    Evidence evidence = Recording.read(file, "a cell");

    assertThat(evidence.cell()).isEqualTo("a cell");
    assertThat(evidence.pinned()).isPositive();
    assertThat(evidence.longestMillis())
        .isGreaterThanOrEqualTo(20)
        .isLessThanOrEqualTo(evidence.pinnedMillis());
    assertThat(evidence.submitFailed()).isZero();
  }

  @Test
  void aRecordingOfNothingHoldsNothing() throws IOException {
    Path file = folder.resolve("fork.jfr");
    try (jdk.jfr.Recording recording = new jdk.jfr.Recording()) {
      recording.start();
      recording.dump(file);
    }

    assertThat(Recording.read(file, "a")).isEqualTo(new Evidence("a", 0, 0, 0, 0, 0));
  }

  @Test
  void theFileSaysWhatWasFound() {
    assertThat(
            new String(
                EvidenceFile.of(List.of(new Evidence("a", 1, 2.5, 2, 3, 4))),
                StandardCharsets.UTF_8))
        .containsSubsequence(
            "\"format_version\" : 1",
            "\"cell\" : \"a\"",
            "\"pinned\" : 1",
            "\"pinned_ms\" : 2.5",
            "\"longest_ms\" : 2.0",
            "\"submit_failed\" : 3",
            "\"carriers\" : 4");
  }
}
