package dev.heddle.capability;

import dev.heddle.http.ExchangePolicy;
import dev.heddle.idiom.GatherIdiom;
import dev.heddle.idiom.Idiom;
import dev.heddle.model.Model;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What hand-written forms leave out. Each form declares its own gaps; here they are asked. */
public final class IdiomGaps {

  /** Asks the hand-written form of one pattern. */
  @FunctionalInterface
  private interface Declared {

    /** The gaps of the form on that model's primitives. */
    List<String> on(Model model);
  }

  /** A line for each pattern that people write by hand. */
  private static final Map<Pattern, Declared> DECLARED =
      Map.of(Pattern.GATHER, IdiomGaps::ofGather);

  private IdiomGaps() {}

  /**
   * What the contract gives and the hand-written form does not, a clause each; empty if there is no
   * such form.
   */
  public static Optional<List<String>> of(Pattern pattern, Model model) {
    return Optional.ofNullable(DECLARED.get(pattern)).map(declared -> declared.on(model));
  }

  private static List<String> ofGather(Model model) {
    try (GatherIdiom idiom =
        Idiom.valueOf(model.name()).openGather(model.defaultTransport(), ExchangePolicy.DEFAULT)) {
      return List.copyOf(idiom.gaps());
    }
  }
}
