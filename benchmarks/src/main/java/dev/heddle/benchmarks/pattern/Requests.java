package dev.heddle.benchmarks.pattern;

import dev.heddle.benchmarks.pattern.Child.Fetches;
import dev.heddle.plan.Request;
import dev.heddle.stub.latency.Draw;
import dev.heddle.stub.latency.LogNormal;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;

/**
 * What children ask the stub for.
 *
 * @param stub its address
 */
public record Requests(URI stub) {

  private static final int NANO_DIGITS = 9;
  private static final long SEED = 11;
  private static final LogNormal DRAWN =
      LogNormal.of(Duration.ofMillis(5).toNanos(), Duration.ofMillis(40).toNanos());

  /** An answer at once. */
  Request get() {
    return to("/get");
  }

  /** An exchange that is answered after a delay. */
  public Fetches after(Duration delay) {
    return new Fetches(to("/delay/" + seconds(delay.toNanos())), delay);
  }

  /**
   * An exchange that is answered after a delay drawn from a lognormal distribution, p50 5 ms, p99
   * 40 ms: the same for the same number.
   */
  Fetches drawn(int number) {
    String path =
        "/latency/lognormal?p50=%s&p99=%s&seed=%d&key=%d"
            .formatted(seconds(DRAWN.p50()), seconds(DRAWN.p99()), SEED, number);
    return new Fetches(to(path), Duration.ofNanos(DRAWN.nanos(Draw.uniform(SEED, number))));
  }

  private static String seconds(long nanos) {
    return BigDecimal.valueOf(nanos, NANO_DIGITS).stripTrailingZeros().toPlainString();
  }

  private Request to(String path) {
    return Request.get(stub.resolve(path));
  }
}
