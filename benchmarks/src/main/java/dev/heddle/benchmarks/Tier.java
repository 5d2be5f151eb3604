package dev.heddle.benchmarks;

import java.util.List;

/** Which of a model's two forms is measured. */
public enum Tier {
  /** The execution model: equal semantics on all models. */
  CONTRACT,
  /** The few lines people write by hand on the model's own primitives, with their gaps. */
  IDIOM;

  private static final List<Tier> ALL = List.of(values());

  /** Both, the contract first. */
  static List<Tier> all() {
    return ALL;
  }
}
