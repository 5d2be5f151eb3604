package dev.heddle.benchmarks;

import dev.heddle.load.WrittenTime;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A length of time from the command line: {@code 500ms}, {@code 30s}, {@code 2m}; a number alone is
 * of seconds.
 */
record Seconds(double amount) {

  static Seconds of(Duration time) {
    return new Seconds(time.toNanos() / 1e9);
  }

  /** Reads it. */
  static final class Converter implements ITypeConverter<Seconds> {

    private static final Pattern TIME = Pattern.compile("([0-9]*\\.?[0-9]+)(ms|s|m)?");
    private static final double MOST = 86_400;

    /** For picocli. */
    Converter() {}

    @Override
    public Seconds convert(String value) {
      Matcher time = TIME.matcher(value);
      if (time.matches()) {
        String unit = time.group(2) == null ? "s" : time.group(2);
        double seconds = WrittenTime.of(time.group(1), unit).seconds().doubleValue();
        if (seconds <= MOST) {
          return new Seconds(seconds);
        }
      }
      throw new TypeConversionException(
          "'%s' is not usable; allowed: a time up to a day, such as 500ms, 30s or 2m"
              .formatted(value));
    }
  }
}
