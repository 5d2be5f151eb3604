package dev.heddle.benchmarks;

import dev.heddle.benchmarks.run.Stub;
import dev.heddle.stub.StubOptions;
import dev.heddle.stub.StubProcess;
import java.io.IOException;
import java.net.URI;
import java.util.OptionalLong;

/** A stub in a process of its own that ends with this one. */
record OwnStub(StubProcess process) implements Stub {

  /** Starts a stub and warms it, which takes some seconds. */
  static OwnStub start() throws IOException {
    return new OwnStub(StubProcess.start(StubOptions.DEFAULT));
  }

  @Override
  public URI address() {
    return process.address();
  }

  @Override
  public void resetStats() throws IOException {
    process.resetStats();
  }

  @Override
  public OptionalLong pid() {
    return OptionalLong.of(process.pid());
  }

  @Override
  public void close() {
    process.close();
  }
}
