package dev.heddle.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.plan.Unit;
import dev.heddle.task.Outcome;
import dev.heddle.task.Task;
import dev.heddle.task.TimedOutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;

/**
 * Time limits of cases whose outcome does not depend on how fast the machine is: those that pass
 * meet a plan that waits for ever, those that do not pass are out of reach.
 */
final class Limits {

  /** Passes. */
  static final Duration SHORT = Duration.ofMillis(5);

  /** Does not pass while a case runs. */
  static final Duration HOUR = Duration.ofHours(1);

  /** Have passed before they are set. */
  static final List<Duration> PAST =
      List.of(Duration.ZERO, Duration.ofMillis(-1), Duration.ofSeconds(Long.MIN_VALUE));

  private Limits() {}

  /** One attempt at a case whose limit is to meet a plan that has got somewhere. */
  @FunctionalInterface
  interface Attempt {

    /** Runs the case; false if the limit had passed before the plan got there. */
    boolean inTime(Duration limit) throws Exception;
  }

  /**
   * Runs a case under ever longer limits until its plan has got to where the limit is to meet it,
   * which on a busy machine takes a while.
   */
  static void untilInTime(Attempt attempt) throws Exception {
    for (Duration limit = SHORT; limit.toSeconds() < 20; limit = limit.multipliedBy(4)) {
      if (attempt.inTime(limit)) {
        return;
      }
    }
    throw new AssertionError("No limit up to 20 s met the plan where it waits");
  }

  /** Runs, without ever suspending, until a limit that was set before this call has passed. */
  static Unit overrun(Duration limit) {
    long end = System.nanoTime() + limit.plusMillis(20).toNanos();
    while (System.nanoTime() - end < 0) {
      Thread.onSpinWait();
    }
    return Unit.UNIT;
  }

  /** Checks that a task ends with a timeout. */
  static TimedOutException assertTimedOut(Task<?> task) throws InterruptedException {
    ContractCase.awaitEnd(task);
    assertThat(task.state()).as("how %s ended", task).isEqualTo(Future.State.FAILED);
    Throwable failure = task.exception().orElseThrow();
    assertThat(failure).isExactlyInstanceOf(TimedOutException.class);
    return (TimedOutException) failure;
  }

  /** Checks that a task goes on after a block: what it then waits for is not cancelled. */
  static <R> R assertGoesOn(Task<R> task, Gate after) throws Exception {
    after.awaitArrivals(1);
    after.open();
    R value = ContractCase.await(task);
    assertThat(after.cancellations()).as("cancelled after the block").isZero();
    return value;
  }

  /** Checks that a timeout names the cancellation that ended the work. */
  static void assertCausedByCancellation(TimedOutException timeout) {
    Throwable cause = timeout.getCause();
    assertThat(cause != null && Outcome.isCancellation(cause))
        .as("%s is a cancellation", cause)
        .isTrue();
  }
}
