package dev.heddle.benchmarks;

import dev.heddle.benchmarks.run.Stub;
import java.net.URI;

/** For runs that fetch nothing. */
enum NoStub implements Stub {
  INSTANCE;

  @Override
  public URI address() {
    return URI.create("http://127.0.0.1:0");
  }

  @Override
  public void resetStats() {}

  @Override
  public void close() {}
}
