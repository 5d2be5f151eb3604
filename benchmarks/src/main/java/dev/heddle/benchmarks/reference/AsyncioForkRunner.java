package dev.heddle.benchmarks.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.heddle.benchmarks.run.Fork;
import dev.heddle.benchmarks.run.ForkOutcome;
import dev.heddle.benchmarks.run.ForkRunner;
import dev.heddle.benchmarks.run.RunFolder;
import dev.heddle.benchmarks.run.Timing;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Runs each fork as a process of Python. */
public final class AsyncioForkRunner implements ForkRunner {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Python python;
  private final Path scripts;
  private final Timing timing;
  private final URI stub;
  private final Path loads;
  private volatile @Nullable Process running;
  private volatile boolean stopped;

  /**
   * A runner of forks.
   *
   * @param scripts the folder of the runner
   * @param loads the folder of what a load leaves
   */
  public AsyncioForkRunner(Python python, Path scripts, Timing timing, URI stub, Path loads) {
    this.python = python;
    this.scripts = scripts;
    this.timing = timing;
    this.stub = stub;
    this.loads = loads;
  }

  @Override
  public ForkOutcome run(Fork fork) {
    try {
      Path said = Files.createTempFile("heddle-asyncio", ".txt");
      Path result = Files.createTempFile("heddle-asyncio", ".json");
      try {
        return run(command(fork, result), said, result);
      } finally {
        Files.deleteIfExists(said);
        Files.deleteIfExists(result);
      }
    } catch (IOException e) {
      return new ForkOutcome.Failed("no fork of Python: " + e.getMessage(), "");
    }
  }

  private ForkOutcome run(List<String> command, Path said, Path result) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
    Process process = builder.start();
    running = process;
    try {
      process.getOutputStream().close();
      if (stopped) {
        process.destroyForcibly();
      }
      boolean ended = process.waitFor(timing.limit().toMillis(), TimeUnit.MILLISECONDS);
      return ended
          ? outcome(process.exitValue(), said, result)
          : failed("no end after %d s, the limit for this fork".formatted(seconds()), said);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return failed("the run was stopped", said);
    } finally {
      process.destroyForcibly();
      running = null;
    }
  }

  private long seconds() {
    return timing.limit().toSeconds();
  }

  @Override
  public void stop() {
    stopped = true;
    Optional.ofNullable(running).ifPresent(Process::destroyForcibly);
  }

  private List<String> command(Fork fork, Path result) throws IOException {
    List<String> command = new ArrayList<>(List.of(python.command(), "-B", scripts.toString()));
    command.addAll(
        AsyncioLoads.isLoad(fork.cell()) ? loadArguments(fork) : closedLoopArguments(fork));
    command.addAll(List.of("--stub", stub.toString(), "--out", result.toString()));
    return command;
  }

  private List<String> closedLoopArguments(Fork fork) {
    List<String> arguments = new ArrayList<>(AsyncioCells.arguments(fork.cell()));
    arguments.addAll(List.of("--timing", timingText()));
    return arguments;
  }

  private List<String> loadArguments(Fork fork) throws IOException {
    Files.createDirectories(loads);
    Path file = loads.resolve(RunFolder.name(fork));
    List<String> arguments = new ArrayList<>(AsyncioLoads.arguments(fork.cell()));
    arguments.addAll(List.of("--log", file + ".hlog", "--report", file + ".json"));
    return arguments;
  }

  private String timingText() {
    return "%dx%d+%dx%d"
        .formatted(
            timing.warmupIterations(), timing.warmupMillis(), timing.iterations(), timing.millis());
  }

  private ForkOutcome outcome(int exitCode, Path said, Path result) throws IOException {
    if (stopped || exitCode != 0) {
      return failed(stopped ? "the run was stopped" : "Python exited with " + exitCode, said);
    }
    JsonNode entries = JSON.readTree(result.toFile());
    if (!(entries.path(0) instanceof ObjectNode entry)) {
      return failed("Python's result has no entry", said);
    }
    entry.remove("verdict"); // That of one fork, which would seem to be that of all once merged.
    return new ForkOutcome.Measured(entry);
  }

  private static ForkOutcome.Failed failed(String reason, Path said) throws IOException {
    return new ForkOutcome.Failed(reason, Files.readString(said).strip());
  }
}
