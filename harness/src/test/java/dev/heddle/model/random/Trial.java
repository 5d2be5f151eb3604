package dev.heddle.model.random;

import dev.heddle.model.random.Reference.Allowed;

/** A script that models can be held to, and what they may do with it. */
record Trial(Script script, Allowed allowed) {

  static Trial of(Script script) {
    return new Trial(script, Reference.explore(script));
  }

  boolean isUsable() {
    return allowed.isUsable();
  }

  @Override
  public String toString() {
    return JavaText.of(script);
  }
}
