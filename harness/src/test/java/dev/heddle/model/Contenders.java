package dev.heddle.model;

import static dev.heddle.model.GroupSteps.after;

import dev.heddle.plan.Plan;
import dev.heddle.plan.Value;

/** Those who run in races. */
final class Contenders {

  private final Gate trigger;

  Contenders(Gate trigger) {
    this.trigger = trigger;
  }

  /** A contender that succeeds when the test triggers it. */
  Plan<Integer> winning(int value) {
    return after(trigger, new Value<>(value));
  }

  /** A contender that waits at a gate for good. */
  static Plan<Integer> waitingAt(Gate gate) {
    return after(gate, new Value<>(-1));
  }

  void trigger() throws InterruptedException {
    trigger.awaitArrivals(1);
    trigger.open();
  }
}
