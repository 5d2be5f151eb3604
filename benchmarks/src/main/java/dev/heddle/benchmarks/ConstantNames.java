package dev.heddle.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Command-line names of an enum's constants: {@code NO_OP} is {@code no-op} there. */
final class ConstantNames<E extends Enum<E>> implements ITypeConverter<E> {

  private final Class<E> type;

  ConstantNames(Class<E> type) {
    this.type = type;
  }

  @Override
  public E convert(String value) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> of(constant).equals(value))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'%s' is unknown; available: %s"
                        .formatted(value, list(List.of(type.getEnumConstants())))));
  }

  static String of(Enum<?> constant) {
    return readable(constant.name());
  }

  /** The command-line name of the constant of that name; a number stays as it is. */
  static String readable(String constantName) {
    return constantName.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static String list(List<? extends Enum<?>> constants) {
    return constants.stream().map(ConstantNames::of).collect(Collectors.joining(", "));
  }
}
