package dev.heddle.benchmarks.run;

import java.io.IOException;
import java.net.URI;
import java.util.OptionalLong;

/** The one stub server that all forks of a run talk to. */
public interface Stub extends AutoCloseable {

  /** Its base address, such as {@code http://127.0.0.1:8080}. */
  URI address();

  /**
   * Sets its counters to zero.
   *
   * @throws IOException if it does not answer
   */
  void resetStats() throws IOException;

  /** The process id of a stub that runs on this machine, where it is known. */
  default OptionalLong pid() {
    return OptionalLong.empty();
  }

  /** Ends its process. Idempotent. */
  @Override
  void close();
}
