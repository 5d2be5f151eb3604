package dev.heddle.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.heddle.measure.Environment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReproduceScriptTest {

  private static final String HEDDLE =
      """
      #!/bin/sh
      echo "$*" >> asked
      if [ "$1" = run ]; then mkdir -p results-again; echo '"jdkVersion" : "JDK.0.1"' > results-again/results.json; fi
      """;

  @TempDir private Path folder;

  private Path results = Path.of("results");
  private Path checkout = Path.of("checkout");

  private record Ended(int code, String output) {}

  @BeforeEach
  void makeACheckoutWhoseHeddleOnlyTellsWhatItWasAsked() throws Exception {
    results = Files.createDirectory(folder.resolve("results"));
    checkout = Files.createDirectory(folder.resolve("checkout"));
    Path heddle = Files.createDirectory(checkout.resolve("scripts")).resolve("heddle");
    Files.writeString(heddle, HEDDLE.replace("JDK", Integer.toString(Runtime.version().feature())));
    assertThat(heddle.toFile().setExecutable(true)).isTrue();
  }

  @Test
  void measuresAgainAndCompares() throws Exception {
    write("");

    Ended ended = reproduce();

    assertThat(ended.output()).isEmpty();
    assertThat(ended.code()).isZero();
    assertThat(Files.readAllLines(checkout.resolve("asked")))
        .containsExactly(
            "run --quick --seed 7 --out results-again",
            "compare " + results.toRealPath() + " results-again --out results-again/compare.html");
  }

  @Test
  void refusesAnotherCommit() throws Exception {
    write("0123456789abcdef0123456789abcdef01234567");

    Ended ended = reproduce();

    assertThat(ended.code()).isEqualTo(64);
    assertThat(ended.output())
        .contains("the results are of 0123456789abcdef")
        .contains("HEDDLE_ANY_COMMIT=1");
    assertThat(checkout.resolve("asked")).doesNotExist();
  }

  @Test
  void refusesToMeasureOverAnEarlierRepetition() throws Exception {
    write("");
    Files.createDirectory(checkout.resolve("results-again"));

    assertThat(reproduce().output()).contains("'results-again' is there already");
  }

  @Test
  void refusesResultsOfAnotherJdk() throws Exception {
    write("");
    Path heddle = checkout.resolve("scripts/heddle");
    Files.writeString(heddle, HEDDLE.replace("JDK", "99"));

    Ended ended = reproduce();

    assertThat(ended.code()).isEqualTo(64);
    assertThat(ended.output()).contains("measured by JDK 99");
  }

  private void write(String commit) throws Exception {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.putObject("heddle").put("commit", commit);
    Files.write(
        results.resolve(ReproduceScript.NAME),
        ReproduceScript.of(
            new Environment(json),
            "scripts/heddle run --quick --seed 7 --out results-again",
            results));
  }

  private Ended reproduce() throws Exception {
    Process process =
        new ProcessBuilder(
                List.of(
                    "sh", results.resolve(ReproduceScript.NAME).toString(), checkout.toString()))
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return new Ended(process.exitValue(), output);
  }
}
