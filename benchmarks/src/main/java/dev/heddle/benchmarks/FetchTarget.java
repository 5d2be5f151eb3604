package dev.heddle.benchmarks;

import dev.heddle.benchmarks.run.Stub;
import dev.heddle.plan.Request;
import dev.heddle.stub.StubControl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Where a benchmark's fetches go, and the ledger that counts them.
 *
 * @param stub the stub
 * @param ledger requests sent against requests received
 */
record FetchTarget(Stub stub, RequestLedger ledger) implements AutoCloseable {

  /** The system property that names a running stub, such as {@code http://127.0.0.1:8080}. */
  static final String STUB_PROPERTY = "heddle.stub";

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

  /** That many requests for {@code /get}. */
  List<Request> requests(int count) {
    return Collections.nCopies(count, Request.get(stub.address().resolve("/get")));
  }

  @Override
  public void close() {
    stub.close();
  }
}
