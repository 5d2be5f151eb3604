package dev.heddle.reports.duel;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Starts JMH jars as processes, one at a time; {@link #stop} may come from another thread. */
final class JmhProcess {

  /** JMH's own limit is ten minutes an iteration. */
  private static final Duration LONGEST = Duration.ofHours(1);

  private final Path java;
  private volatile boolean stopped;
  private volatile List<ProcessHandle> running = List.of();

  /** With the java command that runs the jars. */
  JmhProcess(Path java) {
    this.java = java;
  }

  /**
   * How a process ended.
   *
   * @param code its exit code
   * @param output what it printed
   */
  record Ended(int code, String output) {}

  /** Runs a jar with arguments and waits for its end. */
  Ended run(Path jar, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(java.toString(), "-jar", jar.toString()));
    command.addAll(arguments);
    Path output = Files.createTempFile("heddle-duel", ".txt");
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      running = List.of(process.toHandle());
      if (stopped) {
        end(process.toHandle()); // It was started while stop() looked for what runs.
      }
      process.getOutputStream().close();
      boolean ended = process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS);
      if (!ended) {
        end(process.toHandle());
      }
      String text = Files.readString(output, StandardCharsets.ISO_8859_1);
      return new Ended(ended ? process.exitValue() : -1, text);
    } catch (InterruptedException e) {
      stop();
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while a fork ran", e);
    } finally {
      running = List.of();
      Files.deleteIfExists(output);
    }
  }

  /** Ends what runs, with the forks that it started; nothing is started any more. */
  void stop() {
    stopped = true;
    running.forEach(JmhProcess::end);
  }

  boolean isStopped() {
    return stopped;
  }

  private static void end(ProcessHandle process) {
    List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
    all.add(process);
    all.forEach(ProcessHandle::destroyForcibly);
  }
}
