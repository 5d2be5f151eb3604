package dev.heddle.capability;

import dev.heddle.idiom.Idiom;
import dev.heddle.model.Model;
import java.util.List;
import java.util.Optional;

/** What hand-written forms leave out. The idioms declare their gaps; here they are asked. */
public final class IdiomGaps {

  private IdiomGaps() {}

  /**
   * What the contract gives and the hand-written form does not, a clause each; where people have no
   * form of it, the clause says so. Empty if the idioms say nothing of that pattern.
   */
  public static Optional<List<String>> of(Pattern pattern, Model model) {
    return Optional.ofNullable(Idiom.valueOf(model.name()).gaps().get(pattern.commandLineName()));
  }
}
