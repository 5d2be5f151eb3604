package dev.heddle.stub;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The command that starts a stub in a JVM like this one. */
final class StubCommandLine {

  // A stub allocates little; a fixed small heap and the collector with the cheapest barriers keep
  // it out of the way.
  private static final List<String> JVM_FLAGS =
      List.of(
          "-Xms256m",
          "-Xmx256m",
          "-XX:+UseSerialGC",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  private StubCommandLine() {}

  /**
   * A process of the command, without the environment's say in its JVM: a stub is the same wherever
   * it is started.
   */
  static ProcessBuilder process(List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder
        .environment()
        .keySet()
        .removeAll(List.of("JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS"));
    return builder;
  }

  /** A stub that ends with this process. */
  static List<String> of(StubOptions options) {
    List<String> command = new ArrayList<>(withoutParent(options));
    command.addAll(List.of("--parent", String.valueOf(ProcessHandle.current().pid())));
    return List.copyOf(command);
  }

  /** A stub that runs until it is told to stop. */
  static List<String> withoutParent(StubOptions options) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(JVM_FLAGS);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), StubMain.class.getName()));
    command.addAll(List.of("--bind", options.bind(), "--port", String.valueOf(options.port())));
    command.addAll(List.of("--threads", String.valueOf(options.threads())));
    command.addAll(List.of("--transport", options.transport().commandLineName()));
    command.addAll(List.of("--seed", String.valueOf(options.seed())));
    command.addAll(limits(options.limits()));
    options.empirical().forEach(file -> command.addAll(List.of("--empirical", file.toString())));
    if (options.warmed()) {
      command.add("--warm");
    }
    return List.copyOf(command);
  }

  private static List<String> limits(StubLimits limits) {
    return List.of(
        "--max-connections", String.valueOf(limits.connections()),
        "--idle-timeout", seconds(limits.idle()),
        "--request-timeout", seconds(limits.request()));
  }

  private static String seconds(Duration time) {
    return BigDecimal.valueOf(time.toNanos(), 9).toPlainString();
  }
}
