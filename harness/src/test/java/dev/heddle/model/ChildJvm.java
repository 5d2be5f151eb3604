package dev.heddle.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A JVM of its own that runs a main class of the tests, and the lines that it prints. */
final class ChildJvm implements AutoCloseable {

  // A JVM that is started in the background by a shell is born with SIGINT ignored, and hands that
  // on to its children.
  private static final List<String> SIGNALS_AS_IN_A_TERMINAL =
      List.of("env", "--default-signal=INT,TERM");

  private static final List<String> JVM_FLAGS =
      List.of(
          "-Xmx64m",
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "--enable-preview",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  private final Process process;

  /** What it prints: a line, or none at the end. */
  private final BlockingQueue<List<String>> printed = new LinkedBlockingQueue<>();

  private final List<String> seen = new ArrayList<>();

  private ChildJvm(Process process) {
    this.process = process;
  }

  static ChildJvm start(Class<?> main, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(SIGNALS_AS_IN_A_TERMINAL);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(JVM_FLAGS);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    ChildJvm child = new ChildJvm(new ProcessBuilder(command).redirectErrorStream(true).start());
    Thread.ofVirtual().start(child::read);
    return child;
  }

  private void read() {
    try (BufferedReader lines = process.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        printed.add(List.of(line));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      printed.add(List.of());
    }
  }

  /** Waits within a bound until it has printed that line. */
  void awaitLine(String expected) throws InterruptedException {
    List<String> line = next();
    while (!line.isEmpty() && !line.contains(expected)) {
      line = next();
    }
    assertThat(line).as("line '%s' after %s", expected, seen).containsExactly(expected);
  }

  /** Sends it a signal, such as {@code INT}. */
  void signal(String name) throws Exception {
    Process kill =
        new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).inheritIO().start();
    assertThat(kill.waitFor()).as("exit status of kill").isZero();
  }

  /** Waits within a bound for its end and gives its exit status. */
  int awaitEnd() throws InterruptedException {
    assertThat(process.waitFor(20, TimeUnit.SECONDS))
        .as("ended within 20 s, having printed %s", seen)
        .isTrue();
    List<String> rest;
    do {
      rest = next();
    } while (!rest.isEmpty());
    return process.exitValue();
  }

  /** Every line it has printed; complete after {@link #awaitEnd}. */
  List<String> lines() {
    return List.copyOf(seen);
  }

  private List<String> next() throws InterruptedException {
    List<String> line = printed.poll(20, TimeUnit.SECONDS);
    if (line == null) {
      throw new AssertionError("Nothing more within 20 s after " + seen);
    }
    seen.addAll(line);
    return line;
  }

  /** Ends it by force if it has not ended. */
  @Override
  public void close() {
    process.destroyForcibly();
  }
}
