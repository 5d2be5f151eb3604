package dev.heddle.benchmarks;

import java.util.List;

/** The JVM arguments that every fork gets through its benchmark's {@code @Fork} annotation. */
final class ForkJvm {

  static final String PREVIEW = "--enable-preview";
  static final String NATIVE_ACCESS = "--enable-native-access=ALL-UNNAMED";

  /**
   * JMH and Netty use {@code sun.misc.Unsafe}; without this JDK 25 prints a warning into every
   * fork.
   */
  static final String UNSAFE = "--sun-misc-unsafe-memory-access=allow";

  static final String HEAP_MIN = "-Xms1g";
  static final String HEAP_MAX = "-Xmx1g";

  private ForkJvm() {}

  /** All of them, in the order of the command line. */
  static List<String> arguments() {
    return List.of(PREVIEW, NATIVE_ACCESS, UNSAFE, HEAP_MIN, HEAP_MAX);
  }
}
