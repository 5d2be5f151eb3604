package dev.heddle.model;

import dev.heddle.plan.Await;
import dev.heddle.plan.Cancel;
import dev.heddle.plan.Fail;
import dev.heddle.plan.Plan;
import dev.heddle.plan.ReturnWhen;
import dev.heddle.plan.Timeout;
import dev.heddle.plan.Wait;
import dev.heddle.plan.Within;
import dev.heddle.task.Nanos;
import dev.heddle.task.Outcome;
import dev.heddle.task.Task;
import dev.heddle.task.TimedOutException;
import java.util.List;
import java.util.concurrent.CancellationException;

/**
 * What {@link Within} means in terms of other nodes, as in CPython since 3.12: a {@link Timeout}
 * around the work, unless there is no time at all.
 */
final class LimitedWork {

  private static final String NO_TIME = "Not done within no time at all";

  private LimitedWork() {}

  static <R> Plan<R> of(Within<R> within) {
    boolean none = within.limit().map(Nanos::of).filter(nanos -> nanos == 0).isPresent();
    return none
        ? withoutTime(within.work())
        : new Timeout<>(deadline -> within.work(), within.limit());
  }

  private static <R> Plan<R> withoutTime(Plan<R> work) {
    return switch (work) {
      case Await<R>(Task<R> task) when task.isDone() -> work;
      case Await<R>(Task<R> task) ->
          new Cancel(task)
              .then(new Wait<>(List.of(task), ReturnWhen.ALL_COMPLETED))
              .then(ended -> outcomeInTime(task));
      default -> new Fail<>(new TimedOutException(NO_TIME));
    };
  }

  private static <R> Plan<R> outcomeInTime(Task<R> ended) {
    return ended.outcome() instanceof Outcome.Cancelled<R>(CancellationException cause)
        ? new Fail<>(new TimedOutException(NO_TIME, cause))
        : new Await<>(ended);
  }
}
