package dev.heddle.benchmarks.pattern;

import dev.heddle.idiom.ByHand;
import dev.heddle.model.Model;
import java.util.List;

/** A pattern that people write by hand as well. Immutable. */
public interface HandForm extends Form {

  /** Whether people have a form of it with that model's primitives. */
  default boolean isWrittenWith(Model model) {
    return true;
  }

  /** Runs the hand-written form once. */
  <J> List<?> byHand(ByHand<J> hand, List<J> jobs) throws Exception;
}
