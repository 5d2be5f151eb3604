package dev.heddle.benchmarks;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the size of a pool. */
final class PoolSizeText implements ITypeConverter<PoolSize> {

  @Override
  public PoolSize convert(String value) {
    try {
      return PoolSize.of(value);
    } catch (IllegalArgumentException wrong) {
      throw new TypeConversionException(String.valueOf(wrong.getMessage()));
    }
  }
}
