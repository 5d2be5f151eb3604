package dev.heddle.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The pull request's recipe with the real launcher: two commits of the same code against each
 * other.
 */
class RecipesIT {

  private static final Path ROOT = Repository.here().root();

  @TempDir private Path folder;

  @Test
  void aPullRequestThatChangesNothingIsNoRegression() throws Exception {
    Path build =
        Files.writeString(
            folder.resolve("build"),
            "#!/bin/sh\ncp '%s' built.jar\n"
                .formatted(ROOT.resolve("benchmarks/target/benchmarks.jar")));
    assertThat(build.toFile().setExecutable(true)).isTrue();
    String head = output(List.of("git", "-C", ROOT.toString(), "rev-parse", "HEAD"));
    ProcessBuilder recipe =
        new ProcessBuilder(ROOT.resolve("scripts/ci/duel-pull-request").toString(), head, head)
            .directory(ROOT.toFile())
            .redirectErrorStream(true);
    recipe.environment().remove("GH_TOKEN");
    recipe.environment().put("HEDDLE_OUT", folder.resolve("out").toString());
    recipe.environment().put("HEDDLE_MAX_REGRESSION", "80%");
    recipe
        .environment()
        .put(
            "HEDDLE_DUEL",
            "--include RulerBenchmark.cpu --timing 2x50+3x50 --max-blocks 5 --build %s --jar built.jar"
                .formatted(build));

    Process process = recipe.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(output).isZero();
    assertThat(folder.resolve("out/gate/gate.json")).content().contains("RulerBenchmark.cpu");
    assertThat(folder.resolve("out/duel/compare.html")).content().contains("RulerBenchmark");
    assertThat(folder.resolve("out/summary.md")).content().contains("Heddle:");
  }

  private static String output(List<String> command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output.strip();
  }
}
