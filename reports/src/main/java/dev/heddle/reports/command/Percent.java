package dev.heddle.reports.command;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A share of the command line, in percent or as a fraction below 1: 0.05 is 5 %. */
final class Percent implements ITypeConverter<Double> {

  private static final Pattern NUMBER = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,18})?)\\s*(%?)");

  @Override
  public Double convert(String text) {
    Matcher matcher = NUMBER.matcher(text.strip());
    if (matcher.matches()) {
      double value = Double.parseDouble(matcher.group(1));
      boolean percent = !matcher.group(2).isEmpty();
      if (percent || value < 1) {
        return percent ? value / 100 : value;
      }
    }
    throw new TypeConversionException(
        "'%s' is no share; allowed: a percentage such as 5%% or a fraction below 1 such as 0.05;"
                .formatted(text)
            + " write a percent sign behind a percentage");
  }
}
