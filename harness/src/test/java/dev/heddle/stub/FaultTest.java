package dev.heddle.stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultTest {

  private static final int KEYS = 1_000;

  private StubServer server;

  @BeforeEach
  void start() throws IOException {
    server = StubServer.start(StubOptions.DEFAULT);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void resetResetsTheConnection() throws IOException {
    try (WireClient client = connect()) {
      client.get("/fault/reset");
      assertThatThrownBy(client::readToTheEnd)
          .isInstanceOf(SocketException.class)
          .hasMessageContaining("reset");
    }
    assertFaulted(1);
  }

  @Test
  void closeEndsTheConnectionBeforeAnyByte() throws IOException {
    assertThat(everythingFrom("/fault/close")).isEmpty();
    assertFaulted(1);
  }

  @Test
  void truncateBreaksOffInsideTheBody() throws IOException {
    for (int key = 0; key < 50; key++) {
      String answer = everythingFrom("/fault/truncate?key=" + key);
      assertThat(answer).startsWith("HTTP/1.1 200 OK\r\n").contains("content-length: 26\r\n");
      assertThat(answer.substring(answer.indexOf("\r\n\r\n") + 4)).hasSizeBetween(0, 25);
    }
    assertFaulted(50);
  }

  @Test
  void garbageIsNoHttp() throws IOException {
    for (int key = 0; key < 50; key++) {
      assertThat(everythingFrom("/fault/garbage?key=" + key))
          .hasSize(Fault.Garbage.LENGTH)
          .matches(bytes -> bytes.charAt(0) >= 0x80);
    }
    assertFaulted(50);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/fault/truncate", "/fault/garbage"})
  void theSameKeyIsSpoiltAlikeAndAnotherOneOtherwise(String target) throws IOException {
    String spoilt = everythingFrom(target + "?key=5");
    assertThat(everythingFrom(target + "?key=5")).isEqualTo(spoilt);
    assertThat(List.of(everythingFrom(target + "?key=6"), everythingFrom(target + "?key=7")))
        .isNotEqualTo(List.of(spoilt, spoilt));
  }

  @Test
  void stallHoldsTheConnectionUntilTheClientLeavesAndCountsAsAFault() throws IOException {
    try (WireClient client = connect()) {
      client.get("/fault/stall").get("/bytes/2");
      StubStats held = Eventually.see(server::stats, stats -> stats.inFlight() == 2);
      assertThat(held.route("/fault/{kind}").inFlight()).isEqualTo(1);
    }
    StubStats stats = Eventually.see(server::stats, seen -> seen.openConnections() == 0);
    assertThat(stats.faulted()).isEqualTo(1);
    assertThat(stats.abortedByClient()).isEqualTo(1);
  }

  @Test
  void slowSendsTheWholeAnswerNoFasterThanAsked() throws IOException {
    try (WireClient client = connect()) {
      long sent = System.nanoTime();
      WireAnswer answer = client.get("/fault/slow?bytes_per_second=500").get("/bytes/3").read();
      assertThat(answer.json().get("fault").asText()).isEqualTo("slow");
      int bytes = answer.statusLine().length() + answer.body().length();
      assertThat(System.nanoTime() - sent).isGreaterThan(bytes * 1_000_000_000L / 500);
      assertThat(client.read().body()).hasSize(3);
    }
    assertThat(server.stats().completed()).isEqualTo(2);
  }

  @Test
  void aClientThatLeavesASlowAnswerHasAborted() throws IOException {
    try (WireClient client = connect()) {
      client.get("/fault/slow?bytes_per_second=1");
      StubStats _ = Eventually.see(server::stats, stats -> stats.inFlight() == 1);
    }
    assertThat(Eventually.see(server::stats, seen -> seen.abortedByClient() == 1).inFlight())
        .isZero();
  }

  @Test
  void answersBeforeAFaultArriveAndRequestsBehindItAreCountedWithIt() throws IOException {
    try (WireClient client = connect()) {
      client.send(
          Stream.of("/delay/0.02", "/bytes/1048576", "/fault/close", "/delay/3600", "/bytes/2")
              .map("GET %s HTTP/1.1\r\nHost: stub\r\n\r\n"::formatted)
              .collect(Collectors.joining()));
      assertThat(client.read().status()).isEqualTo(200);
      assertThat(client.read().body()).hasSize(1 << 20);
      assertThat(client.isAtEnd()).isTrue();
    }
    StubStats stats = Eventually.see(server::stats, seen -> seen.inFlight() == 0);
    assertThat(stats.received()).isEqualTo(stats.completed() + stats.faulted());
    assertThat(stats.completed()).isEqualTo(2);
  }

  @Test
  void anArgumentThatIsMisspeltIsRefusedRatherThanIgnored() throws IOException {
    try (WireClient client = connect()) {
      WireAnswer answer = client.get("/fault/reset?rat=0.01").read();
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.json().get("error").asText())
          .isEqualTo("argument is 'rat'; allowed: rate, seed, key");
    }
  }

  @Test
  void aRateSparesTheSameRequestsEachTimeAndAboutAsManyAsItSays() throws IOException {
    List<Integer> failed = failedKeys("/fault/close?rate=0.1&key=");
    assertThat(failed).hasSizeBetween(70, 130).isEqualTo(failedKeys("/fault/close?rate=0.1&key="));
    assertThat(failedKeys("/fault/close?rate=0.1&seed=2&key=")).isNotEqualTo(failed);
    assertThat(failedKeys("/fault/close?rate=0&key=")).isEmpty();
  }

  @Test
  void flakyFailsAShareOfTheRequestsTheSameEachTime() throws IOException {
    List<Integer> statuses = statuses("/flaky?rate=0.2&status=502&key=%d");
    assertThat(statuses).containsOnly(200, 502);
    assertThat(statuses.stream().filter(status -> status == 502).count()).isBetween(160L, 240L);
    assertThat(statuses("/flaky?rate=0.2&status=502&key=%d")).isEqualTo(statuses);
    server.resetStats();
    assertThat(statuses("/flaky?rate=0.2&status=502")).isEqualTo(statuses);
  }

  @Test
  void severalStatusesComeByTheirWeights() throws IOException {
    List<Integer> statuses = statuses("/status/200:7,404:2,503:1?key=%d");
    assertThat(statuses.stream().filter(status -> status == 200).count()).isBetween(640L, 760L);
    assertThat(statuses.stream().filter(status -> status == 404).count()).isBetween(150L, 250L);
    assertThat(statuses).containsOnly(200, 404, 503);
    assertThat(statuses("/status/200,500?key=%d")).containsOnly(200, 500);
    assertThat(statuses("/status/200:0,500:0.5?key=%d")).containsOnly(500);
  }

  private List<Integer> statuses(String target) throws IOException {
    List<Integer> statuses = new ArrayList<>();
    try (WireClient client = connect()) {
      for (int key = 0; key < KEYS; key++) {
        statuses.add(client.get(target.formatted(key)).read().status());
      }
    }
    return statuses;
  }

  private List<Integer> failedKeys(String target) throws IOException {
    List<Integer> failed = new ArrayList<>();
    for (int key = 0; key < KEYS; key++) {
      try (WireClient client = connect()) {
        client.send("GET " + target + key + " HTTP/1.1\r\nHost: stub\r\nConnection: close\r\n\r\n");
        if (client.readToTheEnd().isEmpty()) {
          failed.add(key);
        }
      }
    }
    return failed;
  }

  private String everythingFrom(String target) throws IOException {
    try (WireClient client = connect()) {
      return client.get(target).readToTheEnd();
    }
  }

  private void assertFaulted(int requests) {
    StubStats stats = server.stats();
    assertThat(stats.faulted()).isEqualTo(requests);
    assertThat(stats.received()).isEqualTo(requests);
    assertThat(stats.route("/fault/{kind}").faulted()).isEqualTo(requests);
  }

  private WireClient connect() throws IOException {
    return WireClient.connect(server.address());
  }
}
