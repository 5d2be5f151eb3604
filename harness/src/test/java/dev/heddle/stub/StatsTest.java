package dev.heddle.stub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StatsTest {

  private final List<WireClient> clients = new ArrayList<>();
  private StubServer server;
  private StubControl control;

  @BeforeEach
  void start() throws IOException {
    server = StubServer.start(StubOptions.DEFAULT);
    control = new StubControl(server.address());
  }

  @AfterEach
  void stop() throws IOException {
    closeClients();
    server.close();
  }

  @Test
  void aFreshServerHasCountedNothing() throws IOException {
    assertThat(Counts.of(control.stats())).isEqualTo(new Counts(0, 0, 0, 0, 0, 0, 0));
  }

  @Test
  void everyAnswerCountsWhateverItsStatus() throws IOException {
    WireClient client = connect();
    for (String target :
        List.of("/get", "/status/500", "/bytes/x", "/nope", "/bytes/100000", "/delay/0.001")) {
      client.get(target).read();
    }
    StubStats stats = Eventually.see(server::stats, seen -> seen.inFlight() == 0);
    assertThat(Counts.of(stats)).isEqualTo(new Counts(1, 1, 6, 6, 0, 0, 1));
  }

  @Test
  void askingForTheStatisticsIsNotCounted() throws IOException {
    WireClient client = connect();
    client.get("/stats").read();
    client.get("/stats/reset").read();
    assertThat(Counts.of(control.stats())).isEqualTo(new Counts(0, 0, 0, 0, 0, 0, 0));
    client.get("/get").read();
    client.get("/stats").read();
    assertThat(Counts.of(control.stats())).isEqualTo(new Counts(1, 1, 1, 1, 0, 0, 1));
  }

  @Test
  void theStatisticsAreToldInSnakeCase() throws IOException {
    assertThat(connect().get("/stats").read().json().fieldNames())
        .toIterable()
        .containsExactly(
            "accepted_connections",
            "open_connections",
            "refused_connections",
            "unexpected_errors",
            "received",
            "completed",
            "aborted_by_client",
            "faulted",
            "in_flight",
            "highest_in_flight",
            "aborted_after_us",
            "delay_error_us",
            "loop_lag_us",
            "routes");
  }

  @Test
  void highestInFlightIsExact() throws IOException {
    delayOnEach(50, "/delay/3600");
    assertThat(Counts.of(statsOnce(50))).isEqualTo(new Counts(50, 50, 50, 0, 0, 50, 50));
  }

  @Test
  void aClientThatGoesAwayIsCountedAsAbortedAtOnce() throws IOException {
    delayOnEach(1000, "/delay/3600");
    assertThat(statsOnce(1000).inFlight()).isEqualTo(1000);
    closeClients();
    StubStats stats = Eventually.see(server::stats, seen -> seen.openConnections() == 0);
    assertThat(Counts.of(stats)).isEqualTo(new Counts(1000, 0, 1000, 0, 1000, 0, 1000));
  }

  @Test
  void everyPipelinedRequestOfAClosedConnectionIsAborted() throws IOException {
    try (WireClient client = WireClient.connect(server.address())) {
      client.get("/delay/3600").get("/bytes/2").get("/delay/3600");
      statsOnce(3);
    }
    assertThat(Eventually.see(server::stats, seen -> seen.abortedByClient() > 0).abortedByClient())
        .isEqualTo(3);
  }

  @Test
  void aLargeBodyThatTheClientLeavesUnreadIsAborted() throws IOException {
    try (WireClient client = WireClient.connect(server.address())) {
      client.send("GET /bytes/1048576 HTTP/1.1\r\nHost: stub\r\n\r\n".repeat(40));
      StubStats _ = Eventually.see(server::stats, seen -> seen.inFlight() > 0);
    }
    StubStats stats =
        Eventually.see(server::stats, seen -> seen.openConnections() == 0 && seen.inFlight() == 0);
    assertThat(stats.abortedByClient()).isPositive();
    assertThat(stats.received()).isEqualTo(stats.completed() + stats.abortedByClient());
  }

  @Test
  void aThousandDelaysAtOnceAreAllAnswered() throws IOException {
    delayOnEach(1000, "/delay/0.2");
    for (WireClient client : clients) {
      assertThat(client.read().status()).isEqualTo(200);
    }
    assertThat(control.stats().completed()).isEqualTo(1000);
  }

  @Test
  void aResetStartsAgainAndCarriesOverWhatIsInFlight() throws IOException {
    connect().get("/get").read();
    delayOnEach(3, "/delay/3600");
    statsOnce(3);
    assertThat(Counts.of(control.resetStats())).isEqualTo(new Counts(0, 4, 3, 0, 0, 3, 3));
    closeClients();
    StubStats stats = Eventually.see(server::stats, seen -> seen.openConnections() == 0);
    assertThat(Counts.of(stats)).isEqualTo(new Counts(0, 0, 3, 0, 3, 0, 3));
  }

  @Test
  void aResetMayAlsoBePosted() throws IOException {
    connect().get("/get").read();
    assertThat(connect().request("POST", "/stats/reset").read().json().get("received").asInt(-1))
        .isZero();
  }

  @Test
  void eachRouteIsCountedByOutcomeAndStatus() throws IOException {
    WireClient client = connect();
    client.get("/status/200").read();
    client.get("/status/503").read();
    client.get("/status/503").read();
    client.get("/nope").read();
    client.send("GARBAGE\r\n\r\n").read();
    connect().get("/delay/3600");
    StubStats stats = statsOnce(1);
    assertThat(stats.routes().keySet())
        .containsExactlyInAnyOrder(
            "/status/{code}", "/delay/{seconds}", "(unknown)", "(malformed)");
    assertThat(stats.routes())
        .containsEntry(
            "/status/{code}", new StubStats.Route(3, 3, 0, 0, 0, Map.of(200, 1L, 503, 2L)))
        .containsEntry("/delay/{seconds}", new StubStats.Route(1, 0, 0, 0, 1, Map.of()));
  }

  @Test
  void theStatisticsSurviveTheirJson() throws IOException {
    connect().get("/status/503").read();
    StubStats told = control.stats();
    assertThat(told.routes()).isEqualTo(server.stats().routes());
    assertThat(told.delayErrorUs()).isEqualTo(server.stats().delayErrorUs());
  }

  @Test
  void everyDelaysErrorIsRecordedAndNoneIsEarly() throws IOException {
    WireClient client = connect();
    for (int i = 0; i < 20; i++) {
      client.get("/delay/0.001").read();
    }
    StubStats.Micros error = server.stats().delayErrorUs();
    assertThat(error.count()).isEqualTo(20);
    assertThat(error.min()).isNotNegative();
    assertThat(error.max()).isGreaterThanOrEqualTo(error.p50());
  }

  @Test
  void anAnswerThatWaitsForAnotherIsNotCountedAsLate() throws IOException {
    WireClient client = connect();
    client.send(
        "GET /delay/0.5 HTTP/1.1\r\nHost: a\r\n\r\nGET /delay/0.001 HTTP/1.1\r\nHost: a\r\n\r\n");
    client.read();
    client.read();
    StubStats.Micros error = server.stats().delayErrorUs();
    assertThat(error.count()).isEqualTo(2);
    assertThat(error.min()).isLessThan(400_000);
  }

  @Test
  void howLongAfterItsRequestAClientLeftIsRecorded() throws IOException {
    try (WireClient client = WireClient.connect(server.address())) {
      client.get("/delay/3600");
      statsOnce(1);
      client.get("/bytes/2");
      statsOnce(2);
    }
    StubStats stats = Eventually.see(server::stats, seen -> seen.abortedByClient() == 2);
    assertThat(stats.abortedAfterUs().count()).isEqualTo(2);
    assertThat(stats.abortedAfterUs().min()).isPositive();
  }

  @Test
  void theLoopsLagIsRecordedAsLongAsTheServerRuns() {
    StubStats stats = Eventually.see(server::stats, seen -> seen.loopLagUs().count() >= 3);
    assertThat(stats.loopLagUs().count()).isGreaterThanOrEqualTo(3);
    assertThat(stats.loopLagUs().min()).isNotNegative();
  }

  @Test
  void whatWasTimedCanBeReadAsAnHdrHistogramLog() throws IOException {
    WireClient client = connect();
    client.get("/delay/0.001").read();
    client.get("/delay/0.002").read();
    Map<String, Long> counts = new HashMap<>();
    HistogramLogReader log =
        new HistogramLogReader(
            new ByteArrayInputStream(
                client.get("/stats/latency.hlog").read().body().getBytes(StandardCharsets.UTF_8)));
    while (log.hasNext()) {
      if (log.nextIntervalHistogram() instanceof Histogram histogram) {
        counts.put(histogram.getTag(), histogram.getTotalCount());
        if (histogram.getTag().equals("delay")) {
          assertThat(histogram.getMinNonZeroValue()).isGreaterThan(990_000);
          assertThat(histogram.getMaxValue()).isGreaterThanOrEqualTo(2_000_000);
        }
      }
    }
    assertThat(counts)
        .containsEntry("delay", 2L)
        .containsEntry("delay-error", 2L)
        .containsKeys("loop-lag", "aborted-after");
  }

  @Test
  void severalLoopsKeepOneSetOfBooks() throws Exception {
    try (StubServer many = StubServer.start(StubOptions.DEFAULT.withThreads(3))) {
      List<Thread> threads = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        threads.add(Thread.ofVirtual().start(() -> ask(many, 200)));
      }
      for (Thread thread : threads) {
        thread.join();
      }
      StubStats stats = many.stats();
      assertThat(stats.received()).isEqualTo(1_200);
      assertThat(stats.completed()).isEqualTo(1_200);
      assertThat(stats.route("/get").statuses()).isEqualTo(Map.of(200, 1_200L));
    }
  }

  private static void ask(StubServer server, int times) {
    try (WireClient client = WireClient.connect(server.address())) {
      for (int i = 0; i < times; i++) {
        client.get("/get").read();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private StubStats statsOnce(long inFlight) {
    return Eventually.see(server::stats, stats -> stats.inFlight() == inFlight);
  }

  private void delayOnEach(int connections, String target) throws IOException {
    for (int i = 0; i < connections; i++) {
      connect().get(target);
    }
  }

  private WireClient connect() throws IOException {
    WireClient client = WireClient.connect(server.address());
    clients.add(client);
    return client;
  }

  private void closeClients() throws IOException {
    for (WireClient client : clients) {
      client.close();
    }
    clients.clear();
  }
}
