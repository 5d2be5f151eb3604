package dev.heddle.model;

import static dev.heddle.model.GroupSteps.after;

import dev.heddle.plan.Fail;
import dev.heddle.plan.Plan;
import dev.heddle.plan.Unit;

/** The failure of a group's child or body, which comes when the test triggers it. */
record TriggeredFailure(Gate trigger, Exception failure) {

  /** A child that fails when the test triggers it. */
  Plan<Unit> failing() {
    return after(trigger, new Fail<>(failure));
  }

  void triggerFailure() throws InterruptedException {
    trigger.awaitArrivals(1);
    trigger.open();
  }
}
