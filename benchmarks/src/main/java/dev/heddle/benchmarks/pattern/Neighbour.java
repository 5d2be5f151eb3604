package dev.heddle.benchmarks.pattern;

import dev.heddle.plan.Blocking;
import dev.heddle.plan.Compute;
import dev.heddle.plan.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What else the model runs meanwhile, one after the other without an end. */
public enum Neighbour {
  /** Nothing. */
  NONE,
  /** A task that computes for about ten milliseconds and looks at nothing meanwhile. */
  CPU,
  /** A task that reads a file of a MiB sixteen times, by calls that block. */
  FILE;

  private static final long TOKENS = 10_000_000;
  private static final int FILE_BYTES = 1 << 20;
  private static final int READS = 16;

  /**
   * The plan of one task.
   *
   * @throws IOException if the file cannot be made
   */
  public Plan<?> plan() throws IOException {
    return switch (this) {
      case NONE -> throw new IllegalStateException("There is no neighbour");
      case CPU -> new Compute(TOKENS);
      case FILE -> reading(file());
    };
  }

  private static Path file() throws IOException {
    Path file = Files.createTempFile("heddle-neighbour", ".bin");
    file.toFile().deleteOnExit();
    return Files.write(file, new byte[FILE_BYTES]);
  }

  private static Plan<?> reading(Path file) {
    return new Blocking<Long>(
        () -> {
          long bytes = 0;
          for (int i = 0; i < READS; i++) {
            bytes += Files.readAllBytes(file).length;
          }
          return bytes;
        });
  }
}
