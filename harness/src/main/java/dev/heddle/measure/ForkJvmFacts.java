package dev.heddle.measure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a JVM makes of the forks' arguments, asked of such a JVM. */
final class ForkJvmFacts {

  /** Flags that decide a ranking, whoever sets them. */
  private static final List<String> TELLING =
      List.of(
          "ActiveProcessorCount",
          "CICompilerCount",
          "ConcGCThreads",
          "ParallelGCThreads",
          "TieredCompilation",
          "TieredStopAtLevel",
          "UseCompactObjectHeaders",
          "UseCompressedOops",
          "UseLargePages",
          "UseNUMA",
          "UseTransparentHugePages",
          "VMContinuations");

  private static final List<String> COLLECTORS =
      List.of("Serial", "Parallel", "G1", "Z", "Shenandoah", "Epsilon");

  private ForkJvmFacts() {}

  static ObjectNode describe(List<String> arguments) {
    Facts facts = new Facts().put("jvmArguments", arguments);
    try {
      describe(facts, VmFlags.of(arguments));
    } catch (IOException e) {
      facts.put("flagsUnknownBecause", String.valueOf(e.getMessage()));
    }
    return facts.json();
  }

  private static void describe(Facts facts, Map<String, String> flags) {
    facts.put("gc", collector(flags));
    facts.put("initialHeapBytes", Optional.ofNullable(flags.get("InitialHeapSize")));
    facts.put("maxHeapBytes", Optional.ofNullable(flags.get("MaxHeapSize")));
    Facts telling = new Facts();
    for (String name : TELLING) {
      telling.put(name, Optional.ofNullable(flags.get(name)));
    }
    facts.put("flags", telling.json());
  }

  private static Optional<String> collector(Map<String, String> flags) {
    return COLLECTORS.stream()
        .filter(name -> "true".equals(flags.get("Use" + name + "GC")))
        .findFirst();
  }
}
