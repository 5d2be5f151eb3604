package dev.heddle.model;

import dev.heddle.plan.Plan;
import dev.heddle.task.Outcome;
import java.util.function.Consumer;

/** Interprets plans in steps. */
interface StepWork {

  /**
   * Begins a plan in a body; {@code end} is told once, in one of the body's steps, how it ended.
   */
  <R> void begin(Plan<R> plan, StepBody body, Consumer<Outcome<R>> end);
}
