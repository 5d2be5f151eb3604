package dev.heddle.stub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
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
    assertThat(control.stats()).isEqualTo(new StubStats(0, 0, 0, 0, 0, 0, 0));
  }

  @Test
  void everyAnswerCountsWhateverItsStatus() throws IOException {
    WireClient client = connect();
    for (String target :
        List.of("/get", "/status/500", "/bytes/x", "/nope", "/bytes/100000", "/delay/0.001")) {
      client.get(target).read();
    }
    StubStats stats = Eventually.see(server::stats, seen -> seen.inFlight() == 0);
    assertThat(stats).isEqualTo(new StubStats(1, 1, 6, 6, 0, 0, 1));
  }

  @Test
  void askingForTheStatisticsIsNotCounted() throws IOException {
    WireClient client = connect();
    client.get("/stats").read();
    client.get("/stats/reset").read();
    assertThat(control.stats()).isEqualTo(new StubStats(0, 0, 0, 0, 0, 0, 0));
    client.get("/get").read();
    client.get("/stats").read();
    assertThat(control.stats()).isEqualTo(new StubStats(1, 1, 1, 1, 0, 0, 1));
  }

  @Test
  void theStatisticsAreToldInSnakeCase() throws IOException {
    assertThat(connect().get("/stats").read().json().fieldNames())
        .toIterable()
        .containsExactly(
            "accepted_connections",
            "open_connections",
            "received",
            "completed",
            "aborted_by_client",
            "in_flight",
            "highest_in_flight");
  }

  @Test
  void highestInFlightIsExact() throws IOException {
    delayOnEach(50, "/delay/3600");
    assertThat(statsOnce(50)).isEqualTo(new StubStats(50, 50, 50, 0, 0, 50, 50));
  }

  @Test
  void aClientThatGoesAwayIsCountedAsAbortedAtOnce() throws IOException {
    delayOnEach(1000, "/delay/3600");
    assertThat(statsOnce(1000).inFlight()).isEqualTo(1000);
    closeClients();
    StubStats stats = Eventually.see(server::stats, seen -> seen.openConnections() == 0);
    assertThat(stats).isEqualTo(new StubStats(1000, 0, 1000, 0, 1000, 0, 1000));
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
    assertThat(control.resetStats()).isEqualTo(new StubStats(0, 4, 3, 0, 0, 3, 3));
    closeClients();
    StubStats stats = Eventually.see(server::stats, seen -> seen.openConnections() == 0);
    assertThat(stats).isEqualTo(new StubStats(0, 0, 3, 0, 3, 0, 3));
  }

  @Test
  void aResetMayAlsoBePosted() throws IOException {
    connect().get("/get").read();
    assertThat(connect().request("POST", "/stats/reset").read().json().get("received").asInt(-1))
        .isZero();
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
