package dev.heddle.benchmarks.run;

import java.io.IOException;
import java.net.URI;

/** Counts its resets, and answers no longer once it is dead. */
final class CountingStub implements Stub {

  int resets;
  boolean dead;

  @Override
  public URI address() {
    return URI.create("http://127.0.0.1:1");
  }

  @Override
  public void resetStats() throws IOException {
    if (dead) {
      throw new IOException("The stub is gone");
    }
    resets++;
  }

  @Override
  public void close() {}
}
