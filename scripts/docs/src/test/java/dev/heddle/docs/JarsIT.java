package dev.heddle.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What can be seen of one build that decides whether the next one is equal to it. */
class JarsIT {

  private static final Path ROOT = Repository.here().root();

  static List<Path> released() throws IOException {
    return List.of(
        ROOT.resolve("benchmarks/target/benchmarks.jar"),
        profilers(),
        ROOT.resolve("reports/target/reports.jar"));
  }

  @ParameterizedTest
  @MethodSource("released")
  void ourClassesCarryTheTimeOfTheProjectAndNotOfTheBuild(Path path) throws IOException {
    LocalDateTime fixed =
        LocalDateTime.parse(inPom("<project.build.outputTimestamp>(.*)Z</project"));
    try (JarFile jar = new JarFile(path.toFile())) {
      assertThat(jar.stream().filter(entry -> entry.getName().matches("dev/heddle/.*\\.class")))
          .isNotEmpty()
          .allMatch(entry -> entry.getTimeLocal().equals(fixed));
    }
  }

  @Test
  void classesStandInTheOrderOfTheirNamesAndNotOfTheFolder() throws IOException {
    try (JarFile jar = new JarFile(profilers().toFile())) {
      assertThat(jar.stream().map(ZipEntry::getName).filter(name -> name.endsWith(".class")))
          .isSorted();
    }
  }

  @ParameterizedTest
  @MethodSource("released")
  void noEntryIsTwiceAndTheLicenceIsOurs(Path path) throws IOException {
    try (JarFile jar = new JarFile(path.toFile())) {
      assertThat(jar.stream().map(ZipEntry::getName)).doesNotHaveDuplicates();
      assertThat(text(jar, "META-INF/LICENSE")).hasValue(Files.readString(ROOT.resolve("LICENSE")));
    }
  }

  @ParameterizedTest
  @MethodSource("released")
  void theManifestTellsNeitherTimeNorPersonNorFolder(Path path) throws IOException {
    try (JarFile jar = new JarFile(path.toFile())) {
      assertThat(jar.getManifest().getMainAttributes().keySet())
          .extracting(Object::toString)
          .isSubsetOf(
              "Manifest-Version",
              "Created-By",
              "Build-Jdk-Spec",
              "Build-Tool-Jdk-Spec",
              "Main-Class",
              "Multi-Release",
              "Enable-Native-Access",
              "Implementation-Title",
              "Implementation-Version");
    }
  }

  @Test
  void noticesKeepTheirLettersWhateverTheLocaleOfTheBuild() throws IOException {
    try (JarFile jar = new JarFile(ROOT.resolve("reports/target/reports.jar").toFile())) {
      assertThat(text(jar, "META-INF/NOTICE").orElseThrow()).contains("©").doesNotContain("??");
    }
  }

  @Test
  void protocolsThatNobodySpeaksAreNotIn() throws IOException {
    try (JarFile jar = new JarFile(ROOT.resolve("benchmarks/target/benchmarks.jar").toFile())) {
      assertThat(jar.stream().map(ZipEntry::getName)).noneMatch(name -> name.contains("quiche"));
    }
  }

  private static Optional<String> text(JarFile jar, String name) throws IOException {
    ZipEntry entry = jar.getEntry(name);
    return entry == null
        ? Optional.empty()
        : Optional.of(new String(jar.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
  }

  private static Path profilers() throws IOException {
    String name = "benchmarks-%s-profilers.jar".formatted(inPom("<version>(.*)</version>"));
    return ROOT.resolve("benchmarks/target").resolve(name);
  }

  private static String inPom(String pattern) throws IOException {
    Matcher found = Pattern.compile(pattern).matcher(Files.readString(ROOT.resolve("pom.xml")));
    assertThat(found.find()).isTrue();
    return found.group(1);
  }
}
