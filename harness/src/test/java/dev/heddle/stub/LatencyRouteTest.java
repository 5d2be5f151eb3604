package dev.heddle.stub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.stub.latency.Draw;
import dev.heddle.stub.latency.EmpiricalSources;
import dev.heddle.stub.latency.LatencyDistributions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LatencyRouteTest {

  private static final String LOGNORMAL = "/latency/lognormal?p50=0.0001&p99=0.0003";

  @Test
  void theKthDrawIsTheSameOnEveryServerInAnyOrder() throws IOException {
    List<Integer> keys = new ArrayList<>(List.of(0, 1, 2, 3, 10, 11, 99, 1_000_000_007));
    try (StubServer one = StubServer.start(StubOptions.DEFAULT);
        StubServer other = StubServer.start(StubOptions.DEFAULT)) {
      List<String> first = plannedByKey(one, keys);
      Collections.reverse(keys);
      Collections.reverse(first);
      assertThat(plannedByKey(other, keys)).isEqualTo(first).doesNotHaveDuplicates();
    }
  }

  @Test
  void whatIsPlannedIsTheDistributionsOwnDraw() throws Exception {
    var distribution =
        LatencyDistributions.parse(
            "lognormal", Map.of("p50", "0.0001", "p99", "0.0003"), EmpiricalSources.none());
    try (StubServer server = StubServer.start(StubOptions.DEFAULT.withSeed(42))) {
      assertThat(plannedByKey(server, List.of(7)))
          .containsExactly(
              String.format(Locale.ROOT, "%.3f", distribution.nanos(Draw.uniform(42, 7)) / 1e3));
    }
  }

  @Test
  void requestsWithoutAKeyAreNumberedFromZeroAndAgainAfterAReset() throws IOException {
    try (StubServer server = StubServer.start(StubOptions.DEFAULT);
        WireClient client = WireClient.connect(server.address())) {
      List<String> numbered = plannedByKey(server, List.of(0, 1, 2));
      for (int round = 0; round < 2; round++) {
        assertThat(List.of(planned(client, ""), planned(client, ""), planned(client, "")))
            .isEqualTo(numbered);
        server.resetStats();
      }
    }
  }

  @Test
  void anotherSeedDrawsOtherDelays() throws IOException {
    try (StubServer server = StubServer.start(StubOptions.DEFAULT);
        WireClient client = WireClient.connect(server.address())) {
      assertThat(planned(client, "&key=1&seed=1")).isEqualTo(planned(client, "&key=1"));
      assertThat(planned(client, "&key=1&seed=2")).isNotEqualTo(planned(client, "&key=1"));
    }
  }

  /** The key's digits are a gap in the head that was seen before, wherever they stand. */
  @ParameterizedTest
  @ValueSource(strings = {"&key=%d", "&key=%d&seed=1", "&seed=1&key=%d"})
  void aRepeatedHeadWithAnotherKeyIsReadLikeANewOne(String arguments) throws IOException {
    Random random = new Random(1);
    try (StubServer server = StubServer.start(StubOptions.DEFAULT);
        WireClient same = WireClient.connect(server.address())) {
      for (int i = 0; i < 50; i++) {
        String query = arguments.formatted(random.nextLong(1_000_000_000_000_000_000L));
        try (WireClient fresh = WireClient.connect(server.address())) {
          assertThat(planned(same, query)).isEqualTo(planned(fresh, query));
        }
      }
    }
  }

  /** Where it is not plain to see which digits are the key, the head is known by all its bytes. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "&key=1&key=2",
        "&a=?key=5&key=3",
        "&%6Bey=1&key=2",
        "&key=1%32",
        "&a;key=1&key=2",
        "&xkey=4&key=3"
      })
  void aRepeatedHeadIsTreatedAlikeHoweverItsKeyIsWritten(String query) throws IOException {
    String flaky = "/status/200,201,202,203,204,205,206,207,208?a=b" + query;
    try (StubServer server = StubServer.start(StubOptions.DEFAULT);
        WireClient client = WireClient.connect(server.address())) {
      int first = client.get(flaky).read().status();
      for (int i = 0; i < 5; i++) {
        assertThat(client.get(flaky).read().status()).isEqualTo(first);
      }
    }
  }

  @Test
  void aKeyOfTooManyDigitsBehindAGoodOneIsRefused() throws IOException {
    try (StubServer server = StubServer.start(StubOptions.DEFAULT);
        WireClient client = WireClient.connect(server.address())) {
      String last = planned(client, "&key=" + "9".repeat(18));
      assertThat(client.get(LOGNORMAL + "&key=" + "9".repeat(19)).read().status()).isEqualTo(400);
      assertThat(planned(client, "&key=" + "9".repeat(18))).isEqualTo(last);
    }
  }

  @Test
  void theBodyHasAsManyBytesAsAreAskedForAndTheDelayStays() throws IOException {
    try (StubServer server = StubServer.start(StubOptions.DEFAULT);
        WireClient client = WireClient.connect(server.address())) {
      String fixed = client.get("/bytes/2500").read().body();
      for (int key = 0; key < 3; key++) {
        WireAnswer answer = client.get(LOGNORMAL + "&bytes=2500&key=" + key).read();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(fixed);
        assertThat(planned(answer)).isEqualTo(planned(client, "&key=" + key));
      }
    }
  }

  @Test
  void aShareFailsTheSameOnesEachTimeAsLateAsTheyWouldHaveAnswered() throws IOException {
    try (StubServer server = StubServer.start(StubOptions.DEFAULT);
        WireClient client = WireClient.connect(server.address())) {
      List<Integer> once = statuses(client, "&failure_rate=0.3&failure_status=500");
      assertThat(once).contains(200, 500).containsOnly(200, 500);
      assertThat(once.stream().filter(status -> status == 500).count()).isBetween(40L, 80L);
      assertThat(statuses(client, "&bytes=9&failure_rate=0.3&failure_status=500")).isEqualTo(once);
      assertThat(statuses(client, "&failure_rate=1")).containsOnly(503);
      assertThat(statuses(client, "&failure_rate=0")).containsOnly(200);
      assertThat(planned(client, "&failure_rate=1&key=5")).isEqualTo(planned(client, "&key=5"));
    }
  }

  private static List<Integer> statuses(WireClient client, String arguments) throws IOException {
    List<Integer> statuses = new ArrayList<>();
    for (int key = 0; key < 200; key++) {
      statuses.add(
          client.get("/latency/constant?value=0" + arguments + "&key=" + key).read().status());
    }
    return statuses;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "&bytes=-1",
        "&bytes=1048577",
        "&bytes=many",
        "&failure_rate=1.1",
        "&failure_rate=1&failure_status=199",
        "&failure_status=600",
        "&failures=1"
      })
  void whatCannotBeAnsweredIsRefused(String arguments) throws IOException {
    try (StubServer server = StubServer.start(StubOptions.DEFAULT);
        WireClient client = WireClient.connect(server.address())) {
      assertThat(client.get(LOGNORMAL + arguments).read().status()).isEqualTo(400);
    }
  }

  @Test
  void aFileGivenAtTheStartIsDrawnFrom(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("measured.csv"), "seconds\n0.0001\n0.0002\n");
    try (StubServer server = StubServer.start(StubOptions.DEFAULT.withEmpirical(List.of(file)));
        WireClient client = WireClient.connect(server.address())) {
      for (int key = 0; key < 20; key++) {
        assertThat(planned(client.get("/latency/empirical?file=measured&key=" + key).read()))
            .isIn("100.000", "200.000");
      }
    }
  }

  @Test
  void withoutAFileThereIsNothingToDrawFrom() throws IOException {
    try (StubServer server = StubServer.start(StubOptions.DEFAULT);
        WireClient client = WireClient.connect(server.address())) {
      WireAnswer answer = client.get("/latency/empirical").read();
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.json().get("error").asText()).contains("file is missing");
    }
  }

  private static List<String> plannedByKey(StubServer server, List<Integer> keys)
      throws IOException {
    List<String> planned = new ArrayList<>();
    try (WireClient client = WireClient.connect(server.address())) {
      for (int key : keys) {
        planned.add(planned(client, "&key=" + key));
      }
    }
    return planned;
  }

  private static String planned(WireClient client, String arguments) throws IOException {
    return planned(client.get(LOGNORMAL + arguments).read());
  }

  private static String planned(WireAnswer answer) {
    return answer.header("heddle-planned-delay-us").orElseThrow();
  }
}
