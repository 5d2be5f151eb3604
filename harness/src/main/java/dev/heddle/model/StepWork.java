package dev.heddle.model;

import dev.heddle.plan.Plan;
import dev.heddle.plan.Start;
import dev.heddle.task.Leftovers;
import dev.heddle.task.Outcome;
import dev.heddle.task.TaskCell;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Interprets plans in steps. */
interface StepWork extends Executor, DeadlineClock {

  /**
   * Begins a plan in a body; {@code end} is told once, in one of the body's steps, how it ended.
   */
  <R> void begin(Plan<R> plan, StepBody body, Consumer<Outcome<R>> end);

  /** Starts a task, none of whose steps runs on the caller's stack. */
  <R> TaskCell<R> start(Start<R> start, Leftovers owner);

  /** Queues a step. */
  @Override
  void execute(Runnable step);
}
