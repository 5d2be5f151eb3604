package dev.heddle.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The steps of a release, over a Maven that only leaves files where the real one does. */
class ReleaseTest {

  private static final Path ROOT = Repository.here().root();

  private static final String POM =
      """
      <project>
        <modelVersion>4.0.0</modelVersion>
        <artifactId>heddle</artifactId>
        <version>1.2.0</version>
        <properties>
          <project.build.outputTimestamp>2026-11-28T00:00:00Z</project.build.outputTimestamp>
          <some.version>9.9.9</some.version>
        </properties>
      </project>
      """;

  private static final String MODULE =
      """
      <project>
        <parent>
          <artifactId>heddle</artifactId>
          <version>1.2.0</version>
        </parent>
        <dependencies><dependency><version>8.8.8</version></dependency></dependencies>
      </project>
      """;

  private static final String CHANGELOG =
      """
      # Changelog

      ## [Unreleased]

      ### Added

      - Not yet.

      ## [1.2.0] - 2026-11-28

      ### Added

      - What is new,
        over two lines.

      ### Fixed

      - A fault.

      ## [1.1.0] - 2026-01-01

      - Long ago.

      [1.2.0]: https://example.org/1.2.0
      """;

  private static final String MAVEN =
      """
      #!/bin/sh
      set -eu
      case $* in *-Prelease*package*) ;; *) echo "unexpected: $*"; exit 1 ;; esac
      leak=$(eval "${LEAK:-}")
      for module in benchmarks reports; do
        mkdir -p $module/target/third-party/META-INF
        for file in $module.jar bom.json third-party/META-INF/THIRD-PARTY.txt; do
          printf '%s' "$module $(cat mark)$leak" > $module/target/$file
        done
      done
      echo thin > benchmarks/target/benchmarks-1.2.0-profilers.jar
      """;

  @TempDir private Path folder = Path.of("");

  private Path repository = Path.of("");

  /** How a script ended. */
  private record Ended(int code, String output) {}

  @BeforeEach
  void aRepositoryThatIsReady() throws Exception {
    repository = Files.createDirectories(folder.resolve("repository"));
    Path maven = Files.writeString(folder.resolve("maven"), MAVEN);
    assertThat(maven.toFile().setExecutable(true)).isTrue();
    write("pom.xml", POM);
    write("benchmarks/pom.xml", MODULE);
    write("CHANGELOG.md", CHANGELOG);
    write("LICENSE", "licence");
    write("mark", "built");
    assertThat(run(Map.of(), List.of("git", "init", "-q")).code()).isZero();
    commit();
  }

  @Test
  void theNotesAreTheSectionOfTheVersion() throws Exception {
    Ended ended = release("--check", "v1.2.0");

    assertThat(ended.code()).as(ended.output()).isZero();
    assertThat(ended.output())
        .isEqualTo(
            """
            ### Added

            - What is new,
              over two lines.

            ### Fixed

            - A fault.
            """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.2.0", "v1.2", "v1.2.0-SNAPSHOT", "v1.2.0; true", "--help", ""})
  void onlyATagOfAReleaseIsTaken(String tag) throws Exception {
    assertThat(release("--check", tag).code()).isEqualTo(64);
  }

  @ParameterizedTest
  @CsvSource({
    "pom.xml, <version>1.2.0</version>, <version>1.2.0-SNAPSHOT</version>, pom.xml has"
        + " '1.2.0-SNAPSHOT'",
    "benchmarks/pom.xml, 1.2.0, 1.1.0, benchmarks/pom.xml has '1.1.0'",
    "CHANGELOG.md, [1.2.0] -, [1.2.1] -, no heading '## [1.2.0] - YYYY-MM-DD'",
    "CHANGELOG.md, 1.2.0] - 2026-11-28, 1.2.0], no heading",
    "CHANGELOG.md, 1.2.0] - 2026-11-28, 1.2.0] - 2026-11-29, Set it to 2026-11-29T00:00:00Z",
    "CHANGELOG.md, 1.2.0] - 2026-11-28|, 1.2.0] - 2026-11-28|## [1.1.9]|, says nothing below",
  })
  void whatDoesNotAgreeIsNamed(String file, String before, String after, String says)
      throws Exception {
    String text = Files.readString(repository.resolve(file));
    assertThat(text).contains(lines(before));
    write(file, text.replace(lines(before), lines(after)));
    commit();

    Ended ended = release("v1.2.0", folder.resolve("out").toString());

    assertThat(ended.code()).as(ended.output()).isEqualTo(65);
    assertThat(ended.output()).contains(says).hasLineCount(1);
    assertThat(folder.resolve("out")).doesNotExist();
  }

  private static String lines(String text) {
    return text.replace('|', '\n');
  }

  @Test
  void aReleaseIsJarsWhatIsInThemChecksumsAndNotes() throws Exception {
    write("mark", "not committed");

    Ended ended = release("v1.2.0", folder.resolve("out").toString());

    assertThat(ended.code()).as(ended.output()).isZero();
    assertThat(files("out"))
        .containsExactly(
            "LICENSE",
            "NOTES.md",
            "SHA256SUMS",
            "heddle-benchmarks-1.2.0.THIRD-PARTY.txt",
            "heddle-benchmarks-1.2.0.cdx.json",
            "heddle-benchmarks-1.2.0.jar",
            "heddle-profilers-1.2.0.jar",
            "heddle-reports-1.2.0.THIRD-PARTY.txt",
            "heddle-reports-1.2.0.cdx.json",
            "heddle-reports-1.2.0.jar");
    assertThat(folder.resolve("out/heddle-reports-1.2.0.jar")).hasContent("reports built");
    assertThat(Files.readAllLines(folder.resolve("out/SHA256SUMS"))).hasSize(8);
    Ended sums =
        run(Map.of(), List.of("sh", "-c", "cd ../out && sha256sum --check --strict SHA256SUMS"));
    assertThat(sums.code()).as(sums.output()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"pwd", "date +%Z", "echo ${LC_ALL:-none}"})
  void aBuildThatTellsWhereItWasMadeIsNoRelease(String leak) throws Exception {
    Ended ended =
        run(
            Map.of("LEAK", leak, "TMPDIR", folder.toString()),
            List.of(script("release"), "v1.2.0", folder.resolve("out").toString()));

    assertThat(ended.code()).as(ended.output()).isEqualTo(1);
    assertThat(ended.output()).contains("differ", "reports/target/reports.jar");
    assertThat(folder.resolve("out/SHA256SUMS")).doesNotExist();
  }

  @Test
  void aBuildThatFailsSaysSoWithItsOutput() throws Exception {
    Ended ended = run(Map.of("LEAK", "echo broken >&2; exit 9"), List.of(script("reproducible")));

    assertThat(ended.code()).as(ended.output()).isEqualTo(70);
    assertThat(ended.output()).contains("broken", "failed");
  }

  @Test
  void theWorkflowTakesWhatItPublishesFromTheScript() throws IOException {
    List<String> lines =
        Files.readAllLines(ROOT.resolve(".github/workflows/release.yml")).stream()
            .map(String::strip)
            .filter(line -> line.startsWith("run: ") && !line.equals("run: |"))
            .toList();

    assertThat(lines)
        .containsExactly(
            "run: scripts/ci/release --check \"$GITHUB_REF_NAME\"",
            "run: .ci/run",
            "run: scripts/ci/release \"$GITHUB_REF_NAME\" \"$RUNNER_TEMP/release\"");
  }

  private Ended release(String... arguments) throws Exception {
    return run(
        Map.of(), Stream.concat(Stream.of(script("release")), Stream.of(arguments)).toList());
  }

  private static String script(String name) {
    return ROOT.resolve("scripts/ci").resolve(name).toString();
  }

  private List<String> files(String name) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve(name))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private void write(String name, String text) throws IOException {
    Path file = repository.resolve(name);
    var _ = Files.createDirectories(file.getParent());
    var _ = Files.writeString(file, text);
  }

  private void commit() throws Exception {
    for (String words : List.of("add -A", "-c user.name=a -c user.email=a@b commit -q -m all")) {
      Ended ended =
          run(Map.of(), Stream.concat(Stream.of("git"), Stream.of(words.split(" "))).toList());
      assertThat(ended.code()).as(ended.output()).isZero();
    }
  }

  private Ended run(Map<String, String> settings, List<String> command) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(repository.toFile()).redirectErrorStream(true);
    builder.environment().remove("LC_ALL");
    builder.environment().remove("TZ");
    builder.environment().put("MAVEN", folder.resolve("maven").toString());
    builder.environment().putAll(settings);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), output);
  }
}
