package dev.heddle.capability;

import java.util.Optional;

/**
 * How one model comes to one pattern.
 *
 * @param support how far its own primitive goes
 * @param note one sentence on what is missing and what was added; always there unless the support
 *     is native
 */
public record Capability(Support support, Optional<String> note) {

  /** Checks that what is not native is explained. */
  public Capability {
    note = note.filter(text -> !text.isBlank());
    if (support != Support.NATIVE && note.isEmpty()) {
      throw new IllegalArgumentException(
          "'%s' is without a note; say what the primitive lacks and what was added"
              .formatted(support.word()));
    }
  }
}
