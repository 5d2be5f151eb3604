package dev.heddle.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The recipes for CI, over a launcher that only tells what it was asked and ends as it is told. */
class RecipesTest {

  private static final Path RECIPES = Repository.here().root().resolve("scripts/ci");

  private static final String LAUNCHER =
      """
      #!/bin/sh
      echo "$*" >> "$ASKED"
      out=
      before=
      for word; do
        if [ "$before" = --out ]; then out=$word; fi
        before=$word
      done
      case $1 in
        duel) mkdir -p "$out/base" "$out/candidate"; echo 'the duel' > "$out/summary.md"; exit "${DUEL_ENDS:-0}" ;;
        gate) mkdir -p "$out"; echo 'the gate' > "$out/gate.md"; exit "${GATE_ENDS:-0}" ;;
        run) mkdir -p "$out"; echo '[]' > "$out/results.json"; echo 'the run' > "$out/summary.md" ;;
        trend) echo page > "$out" ;;
      esac
      """;

  @TempDir private Path folder;

  private Path repository = Path.of("repository");
  private String base = "";
  private String head = "";

  /** How a script ended. */
  private record Ended(int code, String output) {}

  @BeforeEach
  void aRepositoryOfTwoCommits() throws Exception {
    repository = Files.createDirectory(folder.resolve("repository"));
    Path launcher = Files.writeString(folder.resolve("heddle"), LAUNCHER);
    assertThat(launcher.toFile().setExecutable(true)).isTrue();
    git("init", "-q");
    base = commit("one");
    head = commit("two");
  }

  @Test
  void workflowsAreSetUpAndOneCall() throws IOException {
    assertThat(steps("pull-request.yml"))
        .containsExactly("scripts/ci/duel-pull-request \"$BASE_SHA\" \"$HEAD_SHA\"");
    assertThat(steps("nightly.yml")).containsExactly("scripts/ci/nightly heddle-trend");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0, ::notice",
    "1, 0, 1, ::error",
    "2, 0, 0, ::warning",
    "2, 1, 2, ::error",
    "3, 0, 3, ::error",
    "70, 0, 3, ::error"
  })
  void aPullRequestEndsAsItsGateDoes(int gate, String strict, int expected, String annotation)
      throws Exception {
    Ended ended =
        run(
            Map.of("GATE_ENDS", Integer.toString(gate), "HEDDLE_STRICT", strict),
            "duel-pull-request",
            base,
            head);

    assertThat(ended.code()).as(ended.output()).isEqualTo(expected);
    assertThat(ended.output()).contains(annotation);
    assertThat(folder.resolve("summary")).content().contains("the gate", "the duel");
    assertThat(asked())
        .anyMatch(line -> line.startsWith("duel --base " + base + " --candidate " + head))
        .anyMatch(line -> line.startsWith("gate ") && line.contains("--max-regression 5%"));
  }

  @Test
  void aDuelThatFailsIsInvalidAndNotAPass() throws Exception {
    Ended ended = run(Map.of("DUEL_ENDS", "3"), "duel-pull-request", base, head);

    assertThat(ended.code()).isEqualTo(3);
    assertThat(asked()).noneMatch(line -> line.startsWith("gate"));
  }

  @Test
  void onlyWholeCommitsAreTaken() throws Exception {
    assertThat(run(Map.of(), "duel-pull-request", "--help", head).code()).isEqualTo(64);
    assertThat(run(Map.of(), "duel-pull-request", base, "HEAD").code()).isEqualTo(64);
    assertThat(folder.resolve("asked")).doesNotExist();
  }

  @Test
  void theOldestOfItsOwnRunsAreRemovedAndNothingElse() throws Exception {
    Path trend = Files.createDirectory(folder.resolve("trend"));
    String mark = ".made-by-append-to-trend";
    for (String name : List.of("2026-01-01T000000Z", "2026-01-02T000000Z")) {
      Files.createFile(Files.createDirectory(trend.resolve(name)).resolve(mark));
    }
    Files.createDirectory(trend.resolve("2025-01-01T000000Z"));
    Files.createDirectory(trend.resolve("notes"));

    Ended ended = run(Map.of("HEDDLE_KEEP", "2"), "append-to-trend", trend.toString());

    assertThat(ended.code()).as(ended.output()).isZero();
    assertThat(trend.resolve("2026-01-01T000000Z")).doesNotExist();
    assertThat(trend.resolve("2026-01-02T000000Z")).exists();
    assertThat(trend.resolve("2025-01-01T000000Z")).exists();
    assertThat(trend.resolve("notes")).exists();
    assertThat(trend.resolve("trend.html")).hasContent("page");
    assertThat(asked()).anyMatch(line -> line.startsWith("run --quick --out"));
  }

  @Test
  void theTrendLivesOnABranchOfOneCommit() throws Exception {
    Path remote = folder.resolve("remote.git");
    git("init", "-q", "--bare", remote.toString());
    git("remote", "add", "origin", remote.toString());

    Path clock = Files.createDirectory(folder.resolve("clock")).resolve("date");
    for (int night = 1; night <= 2; night++) {
      Files.writeString(clock, "#!/bin/sh\necho 2026-01-0%dT000000Z\n".formatted(night));
      assertThat(clock.toFile().setExecutable(true)).isTrue();
      String path = clock.getParent() + ":" + System.getenv("PATH");
      Ended ended = run(Map.of("HEDDLE_KEEP", "1", "PATH", path), "nightly", "heddle-trend");
      assertThat(ended.code()).as(ended.output()).isZero();
    }

    assertThat(git("-C", remote.toString(), "rev-list", "--count", "heddle-trend")).isEqualTo("1");
    assertThat(git("-C", remote.toString(), "ls-tree", "-r", "--name-only", "heddle-trend"))
        .contains("trend.html", "results.json");
  }

  @Test
  void aBranchThatHoldsSomethingElseIsLeftAlone() throws Exception {
    Path remote = folder.resolve("remote.git");
    git("init", "-q", "--bare", remote.toString());
    git("remote", "add", "origin", remote.toString());
    git("push", "-q", "origin", "HEAD:refs/heads/heddle-trend");

    Ended ended = run(Map.of(), "nightly", "heddle-trend");

    assertThat(ended.code()).isEqualTo(64);
    assertThat(git("-C", remote.toString(), "rev-parse", "heddle-trend")).isEqualTo(head);
  }

  private static List<String> steps(String workflow) throws IOException {
    return Files.readAllLines(RECIPES.resolve(workflow)).stream()
        .map(String::strip)
        .filter(line -> line.startsWith("run:") || line.startsWith("- run:"))
        .map(line -> line.replaceFirst("^(- )?run:\\s*", ""))
        .toList();
  }

  private List<String> asked() throws IOException {
    return Files.readAllLines(folder.resolve("asked"));
  }

  private Ended run(Map<String, String> settings, String script, String... arguments)
      throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
                Stream.concat(Stream.of(RECIPES.resolve(script).toString()), Stream.of(arguments))
                    .toList())
            .directory(repository.toFile())
            .redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("GITHUB_"));
    builder.environment().remove("GH_TOKEN");
    builder.environment().put("HEDDLE", folder.resolve("heddle").toString());
    builder.environment().put("ASKED", folder.resolve("asked").toString());
    builder.environment().put("GITHUB_STEP_SUMMARY", folder.resolve("summary").toString());
    builder.environment().putAll(settings);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), output);
  }

  private String commit(String content) throws Exception {
    Files.writeString(repository.resolve("file"), content);
    String _ = git("add", "file");
    String _ = git("-c", "user.name=a", "-c", "user.email=a@b", "commit", "-q", "-m", content);
    return git("rev-parse", "HEAD");
  }

  private String git(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command)
            .directory(repository.toFile())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output.strip();
  }
}
