package dev.heddle.stub;

import java.util.regex.Pattern;

/** A route's argument that counts something. */
final class WholeNumber {

  private static final Pattern DIGITS = Pattern.compile("[0-9]{1,9}");

  private WholeNumber() {}

  static int parse(String name, String text, int low, int high) throws RefusedRequest {
    if (DIGITS.matcher(text).matches()) {
      int value = Integer.parseInt(text);
      if (value >= low && value <= high) {
        return value;
      }
    }
    throw RefusedRequest.badArgument(
        name, text, "a whole number from %d to %d".formatted(low, high));
  }
}
