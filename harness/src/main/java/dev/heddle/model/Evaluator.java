package dev.heddle.model;

import dev.heddle.plan.Plan;

/** Interprets plans on threads that may block. */
interface Evaluator {

  /** Runs a plan as part of a body, on the calling thread, and returns its value. */
  <R> R evaluate(Plan<R> plan, Body body) throws Exception;
}
