package dev.heddle.model;

import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What a thread has to close after its body has ended: last kept, first closed.
 *
 * @param isIdle whether closing the last would not block
 */
record Kept(Runnable last, BooleanSupplier isIdle, @Nullable Kept earlier) {

  /** Closes what can be closed without blocking, so that a long-lived body does not collect it. */
  static @Nullable Kept closeIdle(@Nullable Kept kept) {
    Kept rest = kept;
    while (rest != null && rest.isIdle().getAsBoolean()) {
      rest.last().run();
      rest = rest.earlier();
    }
    return rest;
  }

  void close() {
    for (Kept kept = this; kept != null; kept = kept.earlier()) {
      kept.last().run();
    }
  }
}
