package dev.heddle.plan;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * A block under a deadline (asyncio's {@code async with timeout()}). It differs from {@link Within}
 * in that the block can ask whether its deadline has passed, and in that it always starts: a limit
 * of zero or less cancels it where it first suspends.
 *
 * @param block makes the plan to run; it must not block, and what it throws is the failure
 * @param limit how long it may take; empty for as long as it takes
 */
public record Timeout<R>(
    Function<? super Deadline, ? extends Plan<R>> block, Optional<Duration> limit)
    implements Plan<R> {

  /** A block under a limit. */
  public Timeout(Duration limit, Function<? super Deadline, ? extends Plan<R>> block) {
    this(block, Optional.of(limit));
  }
}
