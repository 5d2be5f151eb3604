package dev.heddle.benchmarks;

import dev.heddle.load.LoadRun;
import dev.heddle.stub.StubControl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.HdrHistogram.Histogram;

/**
 * How late the stub's delayed answers were while a load counted. The figures of a run are those
 * after its warm-up, so what the stub did before must not be held against them: a client whose code
 * is cold takes the stub's cores away, and for that first second the stub is late.
 */
final class DelayErrors implements LoadRun.Listener {

  private final StubControl stub;
  private final long counts;
  private Optional<CompletableFuture<Histogram>> before = Optional.empty();

  DelayErrors(StubControl stub, Duration warmUp) {
    this.stub = stub;
    this.counts = warmUp.toNanos();
  }

  /** Asks the stub once, on a thread of its own, when the first arrival that counts is due. */
  @Override
  public void arrived(long number, long intendedNanos) {
    if (intendedNanos >= counts && before.isEmpty()) {
      CompletableFuture<Histogram> answer = new CompletableFuture<>();
      before = Optional.of(answer);
      Thread _ = Thread.ofPlatform().daemon().name("heddle-stats").start(() -> ask(answer));
    }
  }

  /**
   * The 99th percentile since then, in nanoseconds; empty where nothing was delayed. To be called
   * after the run.
   *
   * @throws IOException if the stub does not answer
   */
  OptionalDouble p99Nanos() throws IOException {
    Histogram errors = sinceItCounts();
    return errors.getTotalCount() == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) errors.getValueAtPercentile(99));
  }

  /** Each answer's, in nanoseconds. */
  Histogram sinceItCounts() throws IOException {
    Histogram errors = stub.delayErrors();
    if (before.isPresent()) {
      errors.subtract(join(before.get()));
    }
    return errors;
  }

  private void ask(CompletableFuture<Histogram> answer) {
    try {
      answer.complete(stub.delayErrors());
    } catch (IOException e) {
      answer.completeExceptionally(new UncheckedIOException(e));
    }
  }

  private static Histogram join(CompletableFuture<Histogram> answer) throws IOException {
    try {
      return answer.join();
    } catch (CompletionException e) {
      throw new IOException(e.getCause());
    }
  }
}
