package dev.heddle.benchmarks;

import dev.heddle.load.Arrivals;

/** How arrivals are spaced. */
public enum ArrivalKind {
  /** Evenly. */
  CONSTANT {
    @Override
    Arrivals at(double rate, long seed) {
      return new Arrivals.Constant(rate);
    }
  },

  /** Independently of one another. */
  POISSON {
    @Override
    Arrivals at(double rate, long seed) {
      return new Arrivals.Poisson(rate, seed);
    }
  };

  /** Arrivals of this kind at a rate per second. */
  abstract Arrivals at(double rate, long seed);
}
