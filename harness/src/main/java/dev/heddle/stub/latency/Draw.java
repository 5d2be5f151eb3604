package dev.heddle.stub.latency;

/**
 * Random numbers that are counted off rather than generated one after another: the draw of a key is
 * a pure function of seed and key. Whoever asks, in whatever order and on whatever thread, gets the
 * same number. Nothing is allocated.
 *
 * <p>The source is SplitMix64 (G. L. Steele, D. Lea, C. H. Flood: Fast Splittable Pseudorandom
 * Number Generators, OOPSLA 2014), whose k-th number is a mix of {@code start + k * gamma} and so
 * can be had without the others. The mixer is D. Stafford's variant 13, as in {@link
 * java.util.SplittableRandom}. The start is a mix of the seed and the stream, so that seeds that
 * are close together, such as 1 and 2, start far apart.
 */
public final class Draw {

  /** The odd number next to 2^64 divided by the golden ratio. */
  private static final long GAMMA = 0x9e3779b97f4a7c15L;

  private Draw() {}

  /**
   * The number of a key.
   *
   * @param seed any number; different ones give independent numbers
   * @param key any number; different ones give independent numbers
   * @return strictly between 0 and 1, an odd multiple of 2^-53
   */
  public static double uniform(long seed, long key) {
    return uniform(seed, 0, key);
  }

  /**
   * One of several independent numbers of the same key.
   *
   * @param stream which of them; 0 is that of {@link #uniform(long, long)}
   * @return strictly between 0 and 1, an odd multiple of 2^-53
   */
  public static double uniform(long seed, long stream, long key) {
    return toUnitInterval(number(number(mix(seed), stream), key));
  }

  /** What the {@code index}-th call of nextLong, from 0, of a SplittableRandom would give. */
  static long number(long start, long index) {
    return mix(start + (index + 1) * GAMMA);
  }

  /**
   * In the middle of one of 2^52 cells: neither 0 nor 1 can come out, whose lognormal quantile is
   * no number. The 52 bits and the half fill the 53 of a double, so that nothing is rounded.
   */
  static double toUnitInterval(long bits) {
    return ((bits >>> 12) + 0.5) * 0x1.0p-52;
  }

  private static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
