package dev.heddle.benchmarks;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a fan-out and holds it to its range. */
final class FanOut implements ITypeConverter<Integer> {

  private static final int MAX = 1_000_000;

  @Override
  public Integer convert(String value) {
    try {
      int fanOut = Integer.parseInt(value);
      if (fanOut >= 1 && fanOut <= MAX) {
        return fanOut;
      }
    } catch (NumberFormatException e) {
      // Answered below, as a number out of range is.
    }
    throw new TypeConversionException("'%s' is not a number from 1 to %d".formatted(value, MAX));
  }
}
