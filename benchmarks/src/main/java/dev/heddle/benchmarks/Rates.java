package dev.heddle.benchmarks;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Arrivals per second, one or several: {@code 100,200,400}, or {@code 100..3200x2} for a first and
 * a last and the factor between two.
 *
 * @param perSecond in the order given, each once
 */
record Rates(List<Double> perSecond) {

  private static final Pattern SWEEP = Pattern.compile("([0-9.]+)\\.\\.([0-9.]+?)x([0-9.]+)");
  private static final int MOST = 100;

  Rates {
    perSecond = List.copyOf(perSecond);
  }

  /** A rate without needless digits. */
  static String text(double rate) {
    return BigDecimal.valueOf(rate).stripTrailingZeros().toPlainString();
  }

  /** Reads them from the command line. */
  static final class Converter implements ITypeConverter<Rates> {

    /** For picocli. */
    Converter() {}

    @Override
    public Rates convert(String value) {
      List<Double> rates = new ArrayList<>();
      for (String part : value.split(",", -1)) {
        Matcher sweep = SWEEP.matcher(part);
        if (sweep.matches()) {
          rates.addAll(
              sweep(
                  value,
                  number(value, sweep.group(1)),
                  number(value, sweep.group(2)),
                  number(value, sweep.group(3))));
        } else {
          rates.add(number(value, part));
        }
      }
      return new Rates(rates.stream().distinct().toList());
    }

    private static List<Double> sweep(String value, double first, double last, double factor) {
      if (factor <= 1 || last < first) {
        throw malformed(value);
      }
      List<Double> rates = new ArrayList<>();
      // A little more than the last, which may be missed by rounding.
      for (double rate = first; rate <= last * (1 + 1e-9); rate *= factor) {
        rates.add(rate);
        if (rates.size() > MOST) {
          throw malformed(value);
        }
      }
      return rates;
    }

    private static double number(String value, String part) {
      try {
        double rate = new BigDecimal(part).doubleValue();
        if (rate > 0 && rate <= 1_000_000) {
          return rate;
        }
      } catch (NumberFormatException e) {
        // Said below.
      }
      throw malformed(value);
    }

    private static TypeConversionException malformed(String value) {
      return new TypeConversionException(
          "'%s' is not usable; allowed: positive numbers up to 1000000, such as 100,200,400, or a sweep such as 100..3200x2 with at most %d steps"
              .formatted(value, MOST));
    }
  }
}
