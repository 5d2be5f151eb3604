package dev.heddle.load;

import java.util.List;

/** What a run says about itself: whether its figures are worth anything. */
public sealed interface Verdict {

  /** Nothing speaks against the figures. */
  record Valid() implements Verdict {}

  /**
   * The figures say nothing of the model, or less than they seem to.
   *
   * @param reasons at least one
   */
  record Invalid(List<Reason> reasons) implements Verdict {

    /** Copies the reasons. */
    public Invalid {
      reasons = List.copyOf(reasons);
      if (reasons.isEmpty()) {
        throw new IllegalArgumentException("a run is not invalid without a reason");
      }
    }
  }

  /**
   * Why a run is invalid.
   *
   * @param rule in one word, the same each time, such as {@code sent-short}
   * @param text the figures and the limit, in a sentence
   */
  record Reason(String rule, String text) {}

  /** Valid without reasons, invalid with any. */
  static Verdict of(List<Reason> reasons) {
    return reasons.isEmpty() ? new Valid() : new Invalid(reasons);
  }

  /** Why it is invalid; empty if it is not. */
  default List<Reason> reasons() {
    return switch (this) {
      case Valid valid -> List.of();
      case Invalid(List<Reason> reasons) -> reasons;
    };
  }

  /** Whether nothing speaks against it. */
  default boolean isValid() {
    return reasons().isEmpty();
  }
}
