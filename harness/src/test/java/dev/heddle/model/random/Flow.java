package dev.heddle.model.random;

import dev.heddle.model.random.Proc.Done;
import java.util.Optional;

/**
 * A body that can be cancelled by itself: a task's, or a child's of a pattern.
 *
 * @param requested whether a request to cancel has not been delivered yet; requests merge
 */
record Flow(Proc at, boolean requested) {

  /** T16: a request that was never delivered makes the body cancelled, unless it failed. */
  Flow {
    if (at instanceof Done(Ending ending)) {
      if (requested && ending.isValue()) {
        at = new Done(Ending.CANCELLED);
      }
      requested = false;
    }
  }

  Flow(Script script) {
    this(new Proc.New(script), false);
  }

  /** This flow after a request to cancel it; T7, T8, T9: which changes nothing once it is done. */
  Flow afterRequest() {
    return new Flow(at, ending().isEmpty());
  }

  Optional<Ending> ending() {
    return at instanceof Done(Ending ending) ? Optional.of(ending) : Optional.empty();
  }
}
