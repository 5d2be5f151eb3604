package dev.heddle.benchmarks.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * A checkout with the real launcher and nothing else that is real.
 *
 * @param root its folder, whose name has a space
 */
record Checkout(Path root) {

  static final String BENCHMARKS = "benchmarks/target/benchmarks.jar";
  static final String REPORTS = "reports/target/reports.jar";

  private static final Instant SOURCES_WRITTEN = Instant.parse("2020-01-01T00:00:00Z");

  /** Lays one out below a folder, with sources and no jars. */
  static Checkout below(Path folder) throws IOException {
    Checkout checkout = new Checkout(Files.createDirectories(folder.resolve("a checkout")));
    Path scripts = Files.createDirectories(checkout.root.resolve("scripts"));
    Files.copy(realLauncher(), scripts.resolve("heddle"));
    checkout.source("pom.xml", "<project>\n  <version>1.2.3</version>\n</project>\n");
    for (String module : List.of("harness", "benchmarks", "reports")) {
      checkout.source(module + "/pom.xml", "<project/>\n");
      checkout.source(module + "/src/main/java/Some.java", "class Some {}\n");
    }
    return checkout;
  }

  Path launcher() {
    return root.resolve("scripts/heddle");
  }

  /** Puts both jars there, newer than all sources. */
  Checkout built() throws IOException {
    for (String jar : List.of(BENCHMARKS, REPORTS)) {
      Files.createDirectories(root.resolve(jar).getParent());
      Files.writeString(root.resolve(jar), "");
    }
    return this;
  }

  /** Makes a source newer than every jar. */
  void edit(String path) throws IOException {
    Files.setLastModifiedTime(
        root.resolve(path), FileTime.from(Instant.now().plusSeconds(24 * 60 * 60)));
  }

  private void source(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Files.setLastModifiedTime(file, FileTime.from(SOURCES_WRITTEN));
  }

  private static Path realLauncher() {
    return Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent)
        .map(folder -> folder.resolve("scripts/heddle"))
        .filter(Files::exists)
        .findFirst()
        .orElseThrow();
  }
}
