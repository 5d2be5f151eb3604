package dev.heddle.plan;

import java.time.Duration;
import java.util.Optional;

/**
 * A plan under a time limit (asyncio's {@code wait_for}). When the limit passes, the work is
 * cancelled and its end, clean-up included, is waited for; a cancellation that then comes out of it
 * becomes a {@link dev.heddle.task.TimedOutException}. Work that swallows the cancellation decides
 * for itself.
 *
 * @param work what to run
 * @param limit how long it may take; empty for as long as it takes. With zero or less the work
 *     never starts; if it is the {@link Await} of a task that has already ended, that counts, and
 *     one that has not is cancelled and waited for.
 */
public record Within<R>(Plan<R> work, Optional<Duration> limit) implements Plan<R> {

  /** Work under a limit. */
  public Within(Plan<R> work, Duration limit) {
    this(work, Optional.of(limit));
  }
}
