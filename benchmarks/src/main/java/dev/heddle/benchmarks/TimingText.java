package dev.heddle.benchmarks;

import dev.heddle.benchmarks.run.Timing;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Timings as the command line has them: {@code 5x500+5x500} is five times 500 ms, twice. */
final class TimingText implements ITypeConverter<Timing> {

  private static final Pattern FORM =
      Pattern.compile("(\\d{1,4})x(\\d{1,6})\\+(\\d{1,4})x(\\d{1,6})");

  @Override
  public Timing convert(String value) {
    Matcher parts = FORM.matcher(value);
    if (!parts.matches()) {
      throw new TypeConversionException(
          "'%s' is no timing; a timing is WARMUPSxMS+ITERATIONSxMS, such as 5x500+5x500"
              .formatted(value));
    }
    try {
      return new Timing(number(parts, 1), number(parts, 2), number(parts, 3), number(parts, 4));
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }

  static String of(Timing timing) {
    return "%dx%d+%dx%d"
        .formatted(
            timing.warmupIterations(), timing.warmupMillis(), timing.iterations(), timing.millis());
  }

  private static int number(Matcher parts, int group) {
    return Integer.parseInt(parts.group(group));
  }
}
