package dev.heddle.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/** The shaded jar, as people run it. */
class BenchmarksJarIT {

  private static final Path JAR = Path.of("target", "benchmarks.jar");

  @Test
  void itIsAJmhJarThatListsItsBenchmarks() throws Exception {
    assertThat(run("-jar", JAR.toString(), "-l"))
        .contains(
            "dev.heddle.benchmarks.GatherBenchmark.gather",
            "dev.heddle.benchmarks.GroupBenchmark.group");
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
