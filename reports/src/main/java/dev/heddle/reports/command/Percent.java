package dev.heddle.reports.command;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A share as the command line writes it: {@code 5%}, {@code 5 %} or {@code 0.05}.
 *
 * @param share 0.05 for 5 %
 */
record Percent(double share) {

  private static final Pattern FORM = Pattern.compile("(\\d{1,6}(?:\\.\\d{1,9})?)\\s*(%?)");

  /** Reads one, for picocli. */
  static final class Converter implements ITypeConverter<Percent> {
    @Override
    public Percent convert(String value) {
      Matcher parts = FORM.matcher(value.strip());
      if (!parts.matches()) {
        throw new TypeConversionException(
            "'%s' is no share; write a percentage such as 5%%, or a fraction such as 0.05"
                .formatted(value));
      }
      double number = Double.parseDouble(parts.group(1));
      boolean percentage = !parts.group(2).isEmpty();
      if (!percentage && number >= 1) {
        throw new TypeConversionException(
            "'%s' is %s times the whole; write %s%% if percent is meant"
                .formatted(value, value, value));
      }
      return new Percent(percentage ? number / 100 : number);
    }
  }
}
