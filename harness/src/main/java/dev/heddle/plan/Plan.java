package dev.heddle.plan;

import java.util.concurrent.CancellationException;
import java.util.function.Function;

/**
 * What is to be done, as data: a tree of leaves and patterns which an execution model interprets. A
 * plan is immutable; running it again does everything again.
 *
 * @param <R> the type of what the plan yields; never null
 */
public sealed interface Plan<R>
    permits NoOp,
        Value,
        Fail,
        Sleep,
        Compute,
        Fetch,
        Call,
        Blocking,
        Then,
        Recover,
        OnCancel,
        CurrentTask,
        Start,
        Await,
        Cancel,
        Wait,
        Gather,
        Outcomes,
        AsCompleted,
        Group,
        OpenGroup,
        Within,
        Timeout,
        Bounded,
        Shield,
        Race {

  /** This plan, then the one that {@code next} makes of its value. */
  default <T> Plan<T> then(Function<? super R, ? extends Plan<T>> next) {
    return new Then<>(this, next);
  }

  /** This plan, then another, whatever this one yields. */
  default <T> Plan<T> then(Plan<T> next) {
    return new Then<>(this, ignored -> next);
  }

  /**
   * This plan, or if it fails the one that {@code handler} makes of the failure. Cancellation is
   * not a failure.
   */
  default Plan<R> recover(Function<? super Throwable, ? extends Plan<R>> handler) {
    return new Recover<>(this, handler);
  }

  /** This plan, or if it is cancelled the one that {@code handler} makes of the cancellation. */
  default Plan<R> onCancel(Function<? super CancellationException, ? extends Plan<R>> handler) {
    return new OnCancel<>(this, handler);
  }

  /**
   * This plan; if it is cancelled, {@code cleanUp} runs to its end before the cancellation goes on.
   */
  default Plan<R> cleanUp(Plan<?> cleanUp) {
    return onCancel(cancellation -> cleanUp.then(new Fail<>(cancellation)));
  }
}
