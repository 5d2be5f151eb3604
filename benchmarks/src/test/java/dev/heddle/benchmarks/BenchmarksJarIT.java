package dev.heddle.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.profile.InternalProfiler;

/** The shaded jar, as people run it. */
class BenchmarksJarIT {

  private static final Path JAR = Path.of("target", "benchmarks.jar");

  @Test
  void itIsAJmhJarThatListsItsBenchmarks() throws Exception {
    assertThat(run("-jar", JAR.toString(), "-l"))
        .contains(
            "dev.heddle.benchmarks.GatherBenchmark.gather",
            "dev.heddle.benchmarks.GroupBenchmark.group",
            "dev.heddle.benchmarks.AsCompletedBenchmark.asCompleted");
  }

  @Test
  void itTellsTheParametersOfItsBenchmarks() throws Exception {
    assertThat(run("-jar", JAR.toString(), "-lp", "Gather"))
        .anyMatch(line -> line.contains("model") && line.contains("NETTY_EVENT_LOOP"));
  }

  @Test
  void itRunsHeddlesCommands() throws Exception {
    assertThat(run("-cp", JAR.toString(), "dev.heddle.benchmarks.Heddle", "--version").getFirst())
        .startsWith("heddle ")
        .doesNotContain("unpackaged");
  }

  @Test
  void itKeepsNativeLibrariesAndNoSignature() throws Exception {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      List<String> names = jar.stream().map(entry -> entry.getName()).toList();
      assertThat(names)
          .contains("META-INF/native/libnetty_transport_native_epoll_x86_64.so")
          .noneMatch(name -> name.matches("META-INF/.*\\.(SF|RSA|DSA)"))
          .noneMatch(name -> name.endsWith("module-info.class"));
      Attributes manifest = jar.getManifest().getMainAttributes();
      assertThat(manifest.getValue("Main-Class")).isEqualTo("org.openjdk.jmh.Main");
      assertThat(manifest.getValue("Multi-Release")).isEqualTo("true");
    }
  }

  /** Beside a class path that holds JMH alone, as that of anybody's benchmarks does. */
  @Test
  void theProfilersHaveAJarOfTheirOwnThatNeedsNothingButJmh() throws Exception {
    Path jar;
    try (Stream<Path> files = Files.list(JAR.resolveSibling(""))) {
      jar =
          files.filter(file -> file.toString().endsWith("-profilers.jar")).findAny().orElseThrow();
    }
    URL jmh = InternalProfiler.class.getProtectionDomain().getCodeSource().getLocation();
    List<String> profilers =
        List.of("Cpu", "ContextSwitches", "Rss", "OsThreads", "GcTime").stream()
            .map(name -> "dev.heddle.profile." + name)
            .toList();
    try (JarFile content = new JarFile(jar.toFile());
        URLClassLoader loader =
            new URLClassLoader(
                new URL[] {jar.toUri().toURL(), jmh}, ClassLoader.getPlatformClassLoader())) {
      assertThat(content.stream().map(JarEntry::getName).filter(name -> name.endsWith(".class")))
          .allMatch(name -> name.startsWith("dev/heddle/profile/"))
          .doesNotContain(
              "dev/heddle/profile/OpenLoop.class",
              "dev/heddle/profile/Bound.class",
              "dev/heddle/profile/Failures.class",
              "dev/heddle/profile/InFlight.class");
      for (String profiler : profilers) {
        Object made = loader.loadClass(profiler).getConstructor().newInstance();
        assertThat(made.getClass().getMethod("getDescription").invoke(made))
            .asString()
            .isNotBlank();
      }
    }
  }

  private static List<String> run(String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    List<String> lines = process.inputReader().readAllLines();
    assertThat(process.waitFor()).isZero();
    return lines;
  }
}
