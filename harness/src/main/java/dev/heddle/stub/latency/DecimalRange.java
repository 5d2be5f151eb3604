package dev.heddle.stub.latency;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a decimal argument may be, both ends included.
 *
 * @param kind as messages call it: {@code a decimal number}
 */
record DecimalRange(String kind, Bound low, Bound high) {

  private static final Pattern DECIMAL =
      Pattern.compile("[0-9]{1,9}(\\.[0-9]{0,9})?|\\.[0-9]{1,9}");

  private static final Bound HOUR = Bound.at("3600");

  /** Delays from a shortest one to the longest there is. */
  static DecimalRange secondsFrom(Bound low) {
    return new DecimalRange("a decimal number of seconds", low, HOUR);
  }

  /** Numbers without a unit. */
  static DecimalRange numbers(String low, String high) {
    return new DecimalRange("a decimal number", Bound.at(low), Bound.at(high));
  }

  /** The number that a text says, where it says one of these. */
  Optional<BigDecimal> read(String text) {
    return DECIMAL.matcher(text).matches()
        ? Optional.of(new BigDecimal(text)).filter(this::contains)
        : Optional.empty();
  }

  private boolean contains(BigDecimal number) {
    return number.compareTo(low.value()) >= 0 && number.compareTo(high.value()) <= 0;
  }

  @Override
  public String toString() {
    return "%s from %s to %s, with at most nine decimals".formatted(kind, low, high);
  }
}
