package dev.heddle.plan;

/** Burns CPU in a way that the compiler cannot remove. */
final class CpuBurn {

  /** Read and written without synchronization: only its being reachable counts. */
  private static long sink = System.nanoTime();

  private CpuBurn() {}

  /**
   * A linear congruential generator stepped {@code tokens} times, as JMH's {@code
   * Blackhole.consumeCPU} does.
   */
  static void consume(long tokens) {
    long t = sink;
    for (long i = tokens; i > 0; i--) {
      t += (t * 0x5DEECE66DL + 0xBL + i) & 0xFFFFFFFFFFFFL;
    }
    if (t == 42) {
      sink += t;
    }
  }
}
