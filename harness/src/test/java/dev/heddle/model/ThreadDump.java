package dev.heddle.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The names that the JDK's diagnostics show of this process's threads. */
final class ThreadDump {

  private static final long BOUND = Duration.ofSeconds(20).toNanos();
  private static final long PAUSE = Duration.ofMillis(5).toNanos();

  private ThreadDump() {}

  /** As {@code jstack} and {@code Thread.print} have it: platform threads only. */
  static List<String> platformThreads() {
    return Thread.getAllStackTraces().keySet().stream().map(Thread::getName).toList();
  }

  /** As {@code Thread.dump_to_file -format=json} has it: virtual threads too, and containers. */
  static List<String> allThreads() throws IOException {
    Path folder = Files.createTempDirectory("thread-dump");
    Path file = folder.resolve("threads.json");
    try {
      ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
          .dumpThreads(file.toString(), ThreadDumpFormat.JSON);
      return JsonMapper.builder().build().readTree(file.toFile()).findValuesAsText("name");
    } finally {
      Files.deleteIfExists(file);
      Files.delete(folder);
    }
  }

  /** Waits within a bound until no thread has such a name. */
  static void awaitNone(Predicate<String> name) throws IOException {
    long start = System.nanoTime();
    List<String> left = named(name);
    while (!left.isEmpty() && System.nanoTime() - start < BOUND) {
      LockSupport.parkNanos(PAUSE);
      left = named(name);
    }
    assertThat(left).as("threads after 20 s").isEmpty();
  }

  private static List<String> named(Predicate<String> name) throws IOException {
    return Stream.concat(platformThreads().stream(), allThreads().stream()).filter(name).toList();
  }
}
