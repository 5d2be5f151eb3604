package dev.heddle.benchmarks;

import dev.heddle.benchmarks.run.Stub;
import dev.heddle.stub.StubControl;
import dev.heddle.stub.StubStats;
import java.io.IOException;
import java.net.URI;

/**
 * A stub that somebody else started and will end.
 *
 * @param address its base address
 */
record RunningStub(URI address) implements Stub {

  /**
   * The stub at an address.
   *
   * @throws IOException if nothing answers there
   */
  static RunningStub at(URI address) throws IOException {
    RunningStub stub = new RunningStub(address);
    stub.resetStats();
    return stub;
  }

  @Override
  public void resetStats() throws IOException {
    StubStats _ = new StubControl(address).resetStats();
  }

  @Override
  public void close() {}
}
