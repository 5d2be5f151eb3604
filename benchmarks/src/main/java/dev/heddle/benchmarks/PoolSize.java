package dev.heddle.benchmarks;

import dev.heddle.model.Model;
import dev.heddle.model.ModelOptions;

/**
 * How many threads or loops a model has, as a parameter of a cell.
 *
 * @param threads 0 for the model's own default
 */
record PoolSize(int threads) {

  static final PoolSize DEFAULT = new PoolSize(0);

  private static final int MAX = 100_000;

  PoolSize {
    if (threads < 0 || threads > MAX) {
      throw new IllegalArgumentException(
          "pool is %d; allowed: 1 to %d, or 0 for the model's own default".formatted(threads, MAX));
    }
  }

  /** Of a parameter, which is empty for the default. */
  static PoolSize of(String param) {
    if (!param.matches("[0-9]{0,6}")) {
      throw new IllegalArgumentException(
          "pool is '%s'; allowed: a number, or nothing for the model's own default"
              .formatted(param));
    }
    return param.isEmpty() ? DEFAULT : new PoolSize(Integer.parseInt(param));
  }

  String param() {
    return threads == 0 ? "" : Integer.toString(threads);
  }

  ModelOptions applyTo(ModelOptions options) {
    return options.withParallelism(threads);
  }

  /**
   * Whether a model can have it: the JDK's scheduler has no size for each model, and hand-written
   * forms are as people write them.
   */
  boolean fits(Model model, Tier tier) {
    return threads == 0
        || (tier == Tier.CONTRACT
            && switch (model) {
              case PLATFORM_THREADS, COMPLETABLE_FUTURE, NETTY_EVENT_LOOP -> true;
              case VIRTUAL_THREADS, STRUCTURED_SCOPE -> false;
            });
  }

  /** How many children can wait at once: only those that hold a thread are limited. */
  int limitOn(Model model) {
    return threads == 0 || model != Model.PLATFORM_THREADS ? Integer.MAX_VALUE : threads;
  }
}
