package dev.heddle.plan;

/** The value of a plan that is run for its effect. */
public enum Unit {
  UNIT
}
