package dev.heddle.benchmarks.calibrate;

import java.io.IOException;
import java.time.Duration;

/** A client and a server that do nothing else: what is the most that the two exchange? */
interface Ceiling extends AutoCloseable {

  /** Requests under way at once, for every client alike. */
  int UNDER_WAY = 64;

  /** What asks. */
  String client();

  /** What answers. */
  String server();

  /** Client and server, for a person. */
  default String name() {
    return client() + " → " + server();
  }

  /**
   * Exchanges per second over a time, after a warm-up of its own where the client needs one.
   *
   * @throws IOException if any exchange failed: such a figure says nothing
   */
  double perSecond(Duration time) throws IOException, InterruptedException;

  /** Ends what the client keeps open. */
  @Override
  void close();
}
