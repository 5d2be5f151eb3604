package dev.heddle.stub.latency;

import java.math.BigDecimal;

/**
 * One end of what a decimal argument may be.
 *
 * @param argument the name of the argument whose value it is; empty where it is always the same
 */
record Bound(String argument, BigDecimal value) {

  /** A number that is always the end. */
  static Bound at(String number) {
    return new Bound("", new BigDecimal(number));
  }

  /** As messages show it. */
  @Override
  public String toString() {
    String number = value.stripTrailingZeros().toPlainString();
    return argument.isEmpty() ? number : "%s (%s)".formatted(argument, number);
  }
}
