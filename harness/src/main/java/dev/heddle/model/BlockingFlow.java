package dev.heddle.model;

import dev.heddle.plan.AsCompleted;
import dev.heddle.plan.Bounded;
import dev.heddle.plan.Completions;
import dev.heddle.plan.Deadline;
import dev.heddle.plan.OnCancel;
import dev.heddle.plan.Plan;
import dev.heddle.plan.Recover;
import dev.heddle.plan.Shield;
import dev.heddle.plan.Timeout;
import dev.heddle.plan.Value;
import dev.heddle.task.Outcome;
import java.util.concurrent.CancellationException;

/** The patterns that are the same wherever a body may block: those that need no child's thread. */
final class BlockingFlow {

  private final Evaluator interpreter;
  private final StartedTasks.Starter starter;
  private final BlockingLeaves leaf;
  private final DeadlineClock clock;

  BlockingFlow(
      Evaluator interpreter,
      StartedTasks.Starter starter,
      BlockingLeaves leaf,
      DeadlineClock clock) {
    this.interpreter = interpreter;
    this.starter = starter;
    this.leaf = leaf;
    this.clock = clock;
  }

  <R> R recover(Recover<R> recover, Body body) throws Exception {
    Throwable failure;
    try {
      return interpreter.evaluate(recover.attempt(), body);
    } catch (Exception | Error thrown) {
      if (body.cancellation().isCancellation(thrown)) {
        throw thrown;
      }
      failure = thrown;
    }
    return interpreter.evaluate(recover.handler().apply(failure), body);
  }

  <R> R onCancel(OnCancel<R> onCancel, Body body) throws Exception {
    CancellationException cancellation;
    try {
      return interpreter.evaluate(onCancel.attempt(), body);
    } catch (Exception | Error thrown) {
      if (!body.cancellation().isCancellation(thrown)) {
        throw thrown;
      }
      cancellation = body.caught(thrown);
    }
    return interpreter.evaluate(onCancel.handler().apply(cancellation), body);
  }

  <T> Completions<T> asCompleted(AsCompleted<T> asCompleted, Body body) {
    return CompletionOrder.of(asCompleted, starter, body.leftovers(), clock);
  }

  <R> R timeout(Timeout<R> timeout, Body body) throws Exception {
    BlockDeadline deadline = new BlockDeadline(body.cancellation(), timeout.limit(), clock);
    return deadline.end(outcome(new Value<Deadline>(deadline).then(timeout.block()), body)).get();
  }

  <R> R bounded(Bounded<R> bounded, Body body) throws Exception {
    PermitTurn.acquire(bounded.permits(), body.cancellation());
    try {
      return interpreter.evaluate(bounded.body(), body);
    } finally {
      bounded.permits().release();
    }
  }

  <R> R shield(Shield<R> shield, Body body) throws Exception {
    return leaf.shield(StartedTasks.of(shield.inner(), starter, body.leftovers()), body);
  }

  /** How a plan ends as part of a body that goes on after it. */
  <R> Outcome<R> outcome(Plan<R> plan, Body body) {
    try {
      return new Outcome.Success<>(interpreter.evaluate(plan, body));
    } catch (Throwable thrown) {
      return body.cancellation().classify(thrown);
    }
  }
}
