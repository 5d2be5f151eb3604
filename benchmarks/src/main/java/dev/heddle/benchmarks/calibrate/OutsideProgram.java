package dev.heddle.benchmarks.calibrate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A process that has ended when this is closed, or when this JVM ends.
 *
 * @param process the process
 * @param output what it prints, to both streams
 * @param hook ends it with this JVM
 */
record OutsideProgram(Process process, Path output, Thread hook) implements AutoCloseable {

  private static final long END_SECONDS = 5;

  static OutsideProgram start(List<String> command, Path output) throws IOException {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    process.getOutputStream().close();
    Thread hook = new Thread(process::destroyForcibly);
    Runtime.getRuntime().addShutdownHook(hook);
    return new OutsideProgram(process, output, hook);
  }

  /**
   * Waits for its end.
   *
   * @throws IOException if it has not ended after that many seconds, or failed
   */
  String await(long seconds) throws IOException, InterruptedException {
    if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
      throw new IOException(
          "%s had not ended after %d s".formatted(process.info().command().orElse("?"), seconds));
    }
    if (process.exitValue() != 0) {
      throw new IOException(
          "a client ended with exit code %d; it printed: %s"
              .formatted(process.exitValue(), text()));
    }
    return text();
  }

  String text() throws IOException {
    return Files.readString(output).strip();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    try {
      boolean _ = Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // This JVM ends already, and the hook with it.
    }
  }
}
