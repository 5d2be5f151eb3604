package dev.heddle.stub;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A program of this machine as it ended, within a bound. */
record ExternalProgram(int exitCode, String out, String err) {

  private static final Duration BOUND = Duration.ofSeconds(30);

  static ExternalProgram run(List<String> command) throws Exception {
    return run(command, Map.of());
  }

  static ExternalProgram run(List<String> command, Map<String, String> environment)
      throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    // A proxy that the developer has set does not reach this test's server.
    builder.environment().put("NO_PROXY", "*");
    builder.environment().put("no_proxy", "*");
    Process process = builder.start();
    try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
      process.getOutputStream().close();
      Future<String> out = readers.submit(() -> process.inputReader().readAllAsString());
      Future<String> err = readers.submit(() -> process.errorReader().readAllAsString());
      return ended(process, command, out, err);
    } finally {
      process.destroyForcibly();
    }
  }

  private static ExternalProgram ended(
      Process process, List<String> command, Future<String> out, Future<String> err)
      throws Exception {
    boolean inTime;
    try {
      inTime = process.waitFor(BOUND);
    } finally {
      // By its handle: Process.destroyForcibly would close the streams, and what it said with them.
      process.toHandle().destroyForcibly();
    }
    ExternalProgram ended = new ExternalProgram(process.waitFor(), out.get(), err.get());
    assertThat(inTime).as("%s ended within %s; it left %s", command, BOUND, ended).isTrue();
    return ended;
  }
}
