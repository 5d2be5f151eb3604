package dev.heddle.load;

/** How arrivals are spaced. */
public enum ArrivalKind {
  /** Evenly. */
  CONSTANT {
    @Override
    public Arrivals at(double rate, long seed) {
      return new Arrivals.Constant(rate);
    }
  },

  /** Independently of one another. */
  POISSON {
    @Override
    public Arrivals at(double rate, long seed) {
      return new Arrivals.Poisson(rate, seed);
    }
  };

  /**
   * Arrivals of this kind at a rate per second.
   *
   * @param seed decides when they come, where that is left to chance
   */
  public abstract Arrivals at(double rate, long seed);
}
