package dev.heddle.stub;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A stub in a JVM of its own, which ends with this one however this one ends ({@code kill -9}
 * included). Thread-safe.
 *
 * <p>Unless the options say {@link StubOptions#unwarmed()}, it is handed over warm: the child
 * drives itself over loopback with {@code /get}, {@code /bytes/2} and short delays until its rate
 * is flat, that is until the best of the last four windows of 0.5 s is no more than 5 % above the
 * best before them, or twelve seconds have passed. Its statistics are zero then.
 */
public final class StubProcess implements AutoCloseable {

  private static final Duration START = Duration.ofSeconds(60);
  private static final Duration END = Duration.ofSeconds(5);

  private final Process process;
  private final StubControl control;

  private StubProcess(Process process, URI address) {
    this.process = process;
    this.control = new StubControl(address);
  }

  /**
   * Starts a stub and waits until it answers.
   *
   * @throws IOException if it is not ready within 60 s; the message holds what it wrote to its
   *     standard error
   */
  public static StubProcess start(StubOptions options) throws IOException {
    return start(StubCommandLine.of(options), START);
  }

  static StubProcess start(List<String> command, Duration bound) throws IOException {
    Process process = StubCommandLine.process(command).start();
    CompletableFuture<URI> ready = new CompletableFuture<>();
    OutputTail errors =
        OutputTail.follow(process.getErrorStream(), "heddle-stub-stderr", line -> {});
    OutputTail _ =
        OutputTail.follow(
            process.getInputStream(), "heddle-stub-stdout", line -> readiness(line, ready));
    CompletableFuture<Void> _ =
        process.onExit().thenRun(() -> ready.completeExceptionally(new IOException("it ended")));
    try {
      return awaitReady(process, ready, errors, bound);
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while the stub started");
    }
  }

  private static StubProcess awaitReady(
      Process process, CompletableFuture<URI> ready, OutputTail errors, Duration bound)
      throws IOException, InterruptedException {
    try {
      return new StubProcess(process, ready.get(bound.toNanos(), TimeUnit.NANOSECONDS));
    } catch (ExecutionException | TimeoutException e) {
      throw failed(process, errors, bound);
    }
  }

  /** Where it listens: {@code http://127.0.0.1:PORT}. */
  public URI address() {
    return control.address();
  }

  /**
   * What it has counted.
   *
   * @throws IOException if it does not answer
   */
  public StubStats stats() throws IOException {
    return control.stats();
  }

  /**
   * Starts the counts again. Requests in flight are carried over.
   *
   * @throws IOException if it does not answer
   */
  public void resetStats() throws IOException {
    StubStats _ = control.resetStats();
  }

  /** The process id of its JVM. */
  public long pid() {
    return process.pid();
  }

  /** Whether it still runs. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** Ends it, by force if it has not ended within 5 s. Idempotent. */
  @Override
  public void close() {
    try {
      process.getOutputStream().close();
      if (process.waitFor(END)) {
        return;
      }
    } catch (IOException e) {
      // The pipe is broken: the child is already gone or about to be.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
  }

  private static void readiness(String line, CompletableFuture<URI> ready) {
    if (line.startsWith(StubMain.READY)) {
      ready.complete(URI.create(line.substring(StubMain.READY.length())));
    }
  }

  /** Ends a child that did not become ready, and tells why it did not. */
  private static IOException failed(Process process, OutputTail errors, Duration bound)
      throws InterruptedException {
    String what =
        process.isAlive()
            ? "was not ready within %d s".formatted(bound.toSeconds())
            : "ended with exit code %d before it was ready".formatted(process.exitValue());
    // By its handle: Process.destroyForcibly would close the streams, and the reason with them.
    process.toHandle().destroyForcibly();
    errors.awaitEnd(END);
    return new IOException("the stub %s; its error output:%n%s".formatted(what, errors.text()));
  }
}
