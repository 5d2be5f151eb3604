package dev.heddle.benchmarks;

/** Which of a model's two forms is measured. */
public enum Tier {
  /** The execution model: equal semantics on all models. */
  CONTRACT,
  /** The few lines people write by hand on the model's own primitives, with their gaps. */
  IDIOM
}
