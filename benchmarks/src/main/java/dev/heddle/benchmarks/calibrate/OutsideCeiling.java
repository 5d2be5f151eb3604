package dev.heddle.benchmarks.calibrate;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Another client before the stub.
 *
 * @param outside the client
 * @param address what it asks for
 * @param scratch a folder for what it prints
 */
record OutsideCeiling(OutsideClient outside, URI address, Path scratch) implements Ceiling {

  private static final long GRACE_SECONDS = 30;

  @Override
  public String client() {
    return outside.name();
  }

  @Override
  public String server() {
    return "stub";
  }

  @Override
  public double perSecond(Duration time) throws IOException, InterruptedException {
    try (OutsideProgram child =
        OutsideProgram.start(
            outside.command(address, UNDER_WAY, time), scratch.resolve("client.out"))) {
      return outside.rate(child.await(OutsideClient.seconds(time) + GRACE_SECONDS));
    }
  }

  @Override
  public void close() {}
}
