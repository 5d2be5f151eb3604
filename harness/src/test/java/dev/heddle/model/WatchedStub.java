package dev.heddle.model;

import dev.heddle.plan.Fetch;
import dev.heddle.plan.Request;
import dev.heddle.stub.StubOptions;
import dev.heddle.stub.StubProcess;
import dev.heddle.stub.StubStats;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** A stub in a process of its own whose books the tests wait on. */
final class WatchedStub implements AutoCloseable {

  private static final long BOUND_NANOS = TimeUnit.SECONDS.toNanos(20);
  private static final long PAUSE_NANOS = TimeUnit.MICROSECONDS.toNanos(500);

  private final StubProcess process;

  private WatchedStub(StubProcess process) {
    this.process = process;
  }

  static WatchedStub start() throws IOException {
    return new WatchedStub(StubProcess.start(StubOptions.DEFAULT.unwarmed()));
  }

  /** A GET of that path. */
  Fetch get(String path) {
    return new Fetch(Request.get(process.address().resolve(path)));
  }

  StubStats stats() throws IOException {
    return process.stats();
  }

  /** Starts the counts again, once everything that clients have left behind is in the books. */
  void reset() throws IOException {
    until("nothing in flight", stats -> stats.inFlight() == 0 && stats.openConnections() == 0);
    process.resetStats();
  }

  /** The first books seen that are as wanted, within 20 s. */
  StubStats until(String wanted, Predicate<StubStats> fits) throws IOException {
    long start = System.nanoTime();
    StubStats seen = stats();
    while (!fits.test(seen)) {
      if (System.nanoTime() - start > BOUND_NANOS) {
        throw new AssertionError("Not within 20 s: " + wanted + "; the stub counts " + seen);
      }
      LockSupport.parkNanos(PAUSE_NANOS);
      seen = stats();
    }
    return seen;
  }

  @Override
  public void close() {
    process.close();
  }
}
