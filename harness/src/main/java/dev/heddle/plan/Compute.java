package dev.heddle.plan;

/**
 * Burns CPU without looking at anything: neither at interrupts nor at the clock.
 *
 * @param tokens how many steps of arithmetic, each about a nanosecond; zero or more
 */
public record Compute(long tokens) implements Plan<Unit> {

  /** Checks that the amount is not negative. */
  public Compute {
    if (tokens < 0) {
      throw new IllegalArgumentException(
          "Compute tokens are %d; allowed: 0 or more".formatted(tokens));
    }
  }

  /** Burns it on the calling thread. */
  public void burn() {
    CpuBurn.consume(tokens);
  }
}
