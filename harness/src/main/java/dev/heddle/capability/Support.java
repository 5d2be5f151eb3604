package dev.heddle.capability;

import java.util.Locale;

/** How far a model's own primitive goes towards what the contract asks of a pattern. */
public enum Support {
  /** The primitive behaves so; at most a thin wrapper is around it. */
  NATIVE("the model's own primitive behaves so"),
  /** The primitive does a part, and what is missing stands on top of it. */
  ADDED("the primitive does a part of it; the rest stands on top"),
  /** The primitive contradicts what the pattern is for, so something else is in its place. */
  EMULATED("the primitive contradicts it, so something else stands in its place");

  private final String meaning;

  Support(String meaning) {
    this.meaning = meaning;
  }

  /** The word for it, in files and on screens. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What the word means, as a clause. */
  public String meaning() {
    return meaning;
  }
}
