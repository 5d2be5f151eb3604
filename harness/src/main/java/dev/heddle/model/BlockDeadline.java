package dev.heddle.model;

import dev.heddle.plan.Deadline;
import dev.heddle.task.BriefWait;
import dev.heddle.task.Cancellation;
import dev.heddle.task.Outcome;
import dev.heddle.task.TimedOutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The deadline of one block, which cancels the body that the block is part of; asyncio's algorithm.
 * Only if nobody else has asked for that cancellation does it become a timeout.
 */
final class BlockDeadline implements Deadline {

  private enum State {
    ARMED,
    /** The body is being asked to stop. */
    EXPIRING,
    EXPIRED,
    /** The block ended in time, or without noticing. */
    OVER
  }

  private final Cancellation cancellation;
  private final Optional<Duration> limit;
  private final Cancellation.Mark before;
  private final AtomicReference<State> state = new AtomicReference<>(State.ARMED);
  private final Runnable callOff;

  /** Begins now, in a step or on the thread of the block. */
  BlockDeadline(Cancellation cancellation, Optional<Duration> limit, DeadlineClock clock) {
    this.cancellation = cancellation;
    this.limit = limit;
    this.before = cancellation.mark();
    this.callOff = clock.after(limit, this::expire);
  }

  private void expire() {
    if (state.compareAndSet(State.ARMED, State.EXPIRING)) {
      try {
        cancellation.request();
      } finally {
        state.set(State.EXPIRED);
      }
    }
  }

  @Override
  public boolean expired() {
    State now = state.get();
    return now == State.EXPIRING || now == State.EXPIRED;
  }

  /** Ends the block, in a step or on the thread of the block, and tells what it ends with. */
  <R> Outcome<R> end(Outcome<R> outcome) {
    callOff.run();
    if (state.compareAndSet(State.ARMED, State.OVER)) {
      return outcome;
    }
    BriefWait wait = new BriefWait();
    while (state.get() == State.EXPIRING) {
      wait.giveWay();
    }
    boolean unnoticed = cancellation.takeBack(before);
    if (unnoticed && !(outcome instanceof Outcome.Cancelled<R>)) {
      state.set(State.OVER);
      return outcome;
    }
    // A request that was pending when the block began came out of it as well, and is not the
    // limit's.
    return outcome instanceof Outcome.Cancelled<R>(CancellationException cause)
            && cancellation.requests() <= before.requests() - (before.pending() ? 1 : 0)
        ? new Outcome.Failure<>(timedOut(limit, cause))
        : outcome;
  }

  private static TimedOutException timedOut(
      Optional<Duration> limit, CancellationException cancellation) {
    return new TimedOutException(
        "Not done within %s".formatted(limit.map(Duration::toString).orElse("its limit")),
        cancellation);
  }
}
