package dev.heddle.measure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What a short command prints. */
final class CommandOutput {

  private static final long LIMIT_SECONDS = 30;

  private CommandOutput() {}

  /**
   * The lines of its standard output.
   *
   * @throws IOException if it cannot be started, fails, or takes longer than 30 s
   */
  static List<String> of(List<String> command) throws IOException {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try {
      process.getOutputStream().close();
      List<String> lines =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .toList();
      if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IOException("'%s' failed".formatted(command.getFirst()));
      }
      return lines;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("'%s' was interrupted".formatted(command.getFirst()), e);
    } finally {
      process.destroyForcibly();
    }
  }
}
