package dev.heddle.benchmarks;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** Heddle's version, from the jar it comes in. */
final class HeddleVersion implements IVersionProvider {

  static String current() {
    return Optional.ofNullable(Heddle.class.getPackage().getImplementationVersion())
        .orElse("unpackaged");
  }

  @Override
  public String[] getVersion() {
    return new String[] {"heddle " + current()};
  }
}
