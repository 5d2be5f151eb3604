package dev.heddle.benchmarks;

import dev.heddle.benchmarks.pattern.Requests;
import dev.heddle.benchmarks.run.Stub;
import dev.heddle.load.Exchanges;
import dev.heddle.load.LoadResult;
import dev.heddle.load.LoadSpec;
import dev.heddle.load.Scenario;
import dev.heddle.stub.StubControl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Where a benchmark's fetches go, and the ledger that counts them.
 *
 * @param stub the stub
 * @param ledger requests sent against requests received
 */
record FetchTarget(Stub stub, RequestLedger ledger) implements AutoCloseable {

  /** The system property that names a running stub, such as {@code http://127.0.0.1:8080}. */
  static final String STUB_PROPERTY = "heddle.stub";

  /** The system property that tells its process id, if it runs on this machine. */
  static final String PID_PROPERTY = "heddle.stub.pid";

  private static final long GRACE_MILLIS = 50;

  /** For benchmarks that fetch nothing. */
  static FetchTarget none() {
    return new FetchTarget(NoStub.INSTANCE, new RequestLedger(() -> 0));
  }

  /**
   * The stub that {@link #STUB_PROPERTY} names, or else one that is started and warmed here.
   *
   * @throws IOException if it does not answer or does not start
   */
  static FetchTarget open() throws IOException {
    Optional<String> running = Optional.ofNullable(System.getProperty(STUB_PROPERTY));
    Stub stub = running.isPresent() ? RunningStub.at(URI.create(running.get())) : OwnStub.start();
    return new FetchTarget(stub, new RequestLedger(() -> received(stub.address())));
  }

  private static long received(URI stub) {
    try {
      return new StubControl(stub).stats().received();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What children ask the stub for. */
  Requests requests() {
    return new Requests(stub.address());
  }

  /**
   * Requests that the stub still works on, {@value #GRACE_MILLIS} ms from now: time enough for it
   * to learn of closed connections.
   */
  long openAfterGrace() throws InterruptedException {
    Thread.sleep(GRACE_MILLIS);
    return inFlight();
  }

  /** Requests that the stub works on now. */
  long inFlight() {
    try {
      return new StubControl(stub.address()).stats().inFlight();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sets the stub's counters to zero. */
  void resetStats() throws IOException {
    stub.resetStats();
  }

  /** The stub's process, where it is known. */
  OptionalLong pid() {
    Long named = Long.getLong(PID_PROPERTY);
    return named == null ? stub.pid() : OptionalLong.of(named);
  }

  /** What is to be known of a load's delays; it listens to the load. */
  DelayErrors delayErrors(LoadSpec spec) {
    return new DelayErrors(new StubControl(stub.address()), spec.warmUp());
  }

  /** What the stub saw of a load since its counters were set to zero. */
  Exchanges exchanges(Scenario scenario, LoadResult result, DelayErrors errors) {
    long sent = result.started() * scenario.exchanges();
    boolean mayBeCutShort = scenario.mayBeCutShort();
    if (sent == 0) {
      return Exchanges.NONE;
    }
    try {
      long received = new StubControl(stub.address()).stats().received();
      return new Exchanges(sent, received, mayBeCutShort, errors.p99Nanos(), true);
    } catch (IOException e) {
      return new Exchanges(sent, 0, mayBeCutShort, OptionalDouble.empty(), false);
    }
  }

  @Override
  public void close() {
    stub.close();
  }
}
