package dev.heddle.capability;

import java.util.Locale;

/** How far a model's own primitives go towards what the contract asks of a pattern. */
public enum Support {
  /** They behave so; at most a thin wrapper is around them. */
  NATIVE("the model's own primitives behave so"),
  /** They do a part, and what they lack stands on top. */
  ADDED("the primitives do a part of it; what they lack stands on top"),
  /** They contradict what the pattern is for, so something else stands in their place. */
  EMULATED("the primitives contradict it; something else stands in their place");

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
