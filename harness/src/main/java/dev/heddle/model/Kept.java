package dev.heddle.model;

import org.jspecify.annotations.Nullable;

/** What a thread has to close after its body has ended: last kept, first closed. */
record Kept(Runnable last, @Nullable Kept earlier) {

  void close() {
    for (Kept kept = this; kept != null; kept = kept.earlier()) {
      kept.last().run();
    }
  }
}
