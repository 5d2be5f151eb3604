package dev.heddle.reports.command;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A share of the command line, as a fraction: {@code 3%}, {@code 3 %} and {@code 0.03} are one. */
final class PercentConverter implements ITypeConverter<Double> {

  private static final Pattern SHARE = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)\\s*(%?)");
  private static final double PERCENT = 100;

  @Override
  public Double convert(String value) {
    Matcher matcher = SHARE.matcher(value.strip());
    if (matcher.matches()) {
      double number = Double.parseDouble(matcher.group(1));
      double share = matcher.group(2).isEmpty() ? number : number / PERCENT;
      if (share > 0 && share < 1) {
        return share;
      }
    }
    throw new TypeConversionException(
        "'%s' is no such share; allowed: above 0%% and below 100%%; write it as 3%% or 0.03"
            .formatted(value));
  }
}
