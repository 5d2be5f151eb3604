package dev.heddle.measure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir Path temp;

  @Test
  void tellsWhatTheRunTold() throws Exception {
    JsonNode json = capture();

    assertThat(json.at("/heddle/version").asText()).isEqualTo("1.2.3");
    assertThat(json.at("/run/started").asText()).isEqualTo("2026-11-22T01:02:03Z");
    assertThat(json.at("/run/seed").asLong()).isEqualTo(42);
    assertThat(json.at("/run/rounds").asInt()).isEqualTo(5);
    assertThat(json.at("/ranking/0/subject").asText()).isEqualTo("stub");
    assertThat(json.at("/reproduce/command").asText()).isEqualTo("scripts/heddle run --quick");
  }

  @Test
  void tellsWhatTheForksJvmMakesOfItsArguments() throws Exception {
    JsonNode forks = capture().path("forks");

    assertThat(forks.path("gc").asText()).isEqualTo("Serial");
    assertThat(forks.path("maxHeapBytes").asText()).isEqualTo("67108864");
    assertThat(forks.path("jvmArguments").toString())
        .isEqualTo("[\"-Xmx64m\",\"-XX:+UseSerialGC\"]");
  }

  @Test
  void tellsMachineAndJdk() throws Exception {
    JsonNode json = capture();

    assertThat(json.at("/machine/cpu/coresOfJvm").asInt())
        .isEqualTo(Runtime.getRuntime().availableProcessors());
    assertThat(json.at("/machine/memory/totalBytes").asLong()).isGreaterThan(1L << 20);
    assertThat(json.at("/jdk/version").asText()).isEqualTo(System.getProperty("java.version"));
  }

  @Test
  void codeOutsideACheckoutHasNoCommit() throws Exception {
    assertThat(capture().path("heddle").has("commit")).isFalse();
  }

  @Test
  void aResumptionIsAddedAndTheRestKept() throws Exception {
    byte[] captured = JSON.writeValueAsBytes(capture());

    Environment after =
        Environment.resumed(captured, Instant.parse("2026-11-22T05:00:00Z"), load("4.5"));

    JsonNode json = JSON.readTree(after.toBytes());
    assertThat(json.at("/run/started").asText()).isEqualTo("2026-11-22T01:02:03Z");
    assertThat(json.at("/resumed/0/started").asText()).isEqualTo("2026-11-22T05:00:00Z");
    assertThat(json.at("/load/averages").asText()).isEqualTo("0.5");
    assertThat(json.at("/resumed/0/load/averages").asText()).isEqualTo("4.5");
  }

  @Test
  void theLoadOfThisMachineIsTold() {
    assertThat(Load.now().json()).isNotEmpty();
  }

  private JsonNode capture() throws Exception {
    RunFacts facts =
        new RunFacts(
            "1.2.3",
            Instant.parse("2026-11-22T01:02:03Z"),
            "quick",
            42,
            5,
            List.of("-Xmx64m", "-XX:+UseSerialGC"),
            List.of(new RankingFactor("stub", "one process", "address")),
            "scripts/heddle run --quick",
            temp);
    return JSON.readTree(Environment.capture(facts, load("0.5")).toBytes());
  }

  private static Load load(String averages) {
    return new Load(JSON.createObjectNode().put("averages", averages));
  }
}
