package dev.heddle.stub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitsTest {

  private static final Duration SHORT = Duration.ofMillis(300);

  private @Nullable StubServer started;

  @AfterEach
  void stop() {
    if (started != null) {
      started.close();
    }
  }

  @Test
  void aConnectionThatSaysNothingIsClosed() throws IOException {
    start(StubLimits.DEFAULT.withIdle(SHORT));
    try (WireClient silent = connect();
        WireClient once = connect()) {
      assertThat(once.get("/bytes/2").read().status()).isEqualTo(200);
      assertThat(once.isAtEnd()).isTrue();
      assertThat(silent.isAtEnd()).isTrue();
    }
    assertThat(server().stats().received()).isEqualTo(1);
  }

  @Test
  void aConnectionThatWaitsForItsAnswerIsNotIdle() throws IOException {
    start(StubLimits.DEFAULT.withIdle(SHORT).withRequest(SHORT));
    try (WireClient client = connect()) {
      assertThat(client.get("/delay/1").read().status()).isEqualTo(200);
      assertThat(client.isAtEnd()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "G",
        "GET /get HTTP/1.1\r\nHost: stub\r\nX: ",
        "POST /anything HTTP/1.1\r\nHost: stub\r\nContent-Length: 9\r\n\r\nbody"
      })
  void aRequestThatDoesNotArriveInTimeIsAnsweredWith408(String beginning) throws IOException {
    start(StubLimits.DEFAULT.withRequest(SHORT));
    try (WireClient client = connect()) {
      client.send(beginning);
      WireAnswer answer = client.read();
      assertThat(answer.status()).isEqualTo(408);
      assertThat(answer.header("connection")).contains("close");
      assertThat(client.isAtEnd()).isTrue();
    }
  }

  @Test
  void aBodyThatDoesNotArriveAfterItsRequestWasAnsweredEndsTheConnectionAndCountsOnce()
      throws IOException {
    start(StubLimits.DEFAULT.withRequest(SHORT));
    try (WireClient client = connect()) {
      client.send("POST /get HTTP/1.1\r\nHost: stub\r\nContent-Length: 9\r\n\r\nbody");
      assertThat(client.read().status()).isEqualTo(405);
      assertThat(client.isAtEnd()).isTrue();
    }
    assertThat(server().stats().received()).isEqualTo(1);
  }

  /** Each read ends in the middle of a request, so that the connection is never between two. */
  @Test
  void aClientThatIsAlwaysInTheMiddleOfARequestIsNeitherTooSlowNorKeptInMemory()
      throws IOException {
    start(StubLimits.DEFAULT.withRequest(SHORT));
    String request = "GET /bytes/2 HTTP/1.1\r\nHost: stub\r\n\r\n";
    try (WireClient client = connect()) {
      client.send(request.substring(0, 10));
      long end = System.nanoTime() + 4 * SHORT.toNanos();
      while (System.nanoTime() < end) {
        client.send(request.substring(10) + request.substring(0, 10));
        assertThat(client.read().status()).isEqualTo(200);
      }
    }
  }

  @Test
  void aClientThatNeverReadsItsAnswerIsIdle() throws IOException {
    start(StubLimits.DEFAULT.withIdle(SHORT));
    try (WireClient client = connect()) {
      client.send("GET /bytes/1048576 HTTP/1.1\r\nHost: stub\r\n\r\n".repeat(20));
      StubStats stats =
          Eventually.see(
              server()::stats, seen -> seen.abortedByClient() > 0 && seen.openConnections() == 0);
      assertThat(stats.abortedByClient()).isPositive();
      assertThat(stats.openConnections()).isZero();
    }
  }

  @Test
  void bodiesThatWouldFillTheMemoryAreRefused() throws IOException {
    start(StubLimits.DEFAULT);
    String head = "POST /anything HTTP/1.1\r\nHost: stub\r\nContent-Length: 1048576\r\n\r\n";
    try (Clients slow = new Clients(server().address())) {
      for (int i = 0; i < 64; i++) {
        slow.connect().send(head + "begun");
      }
      StubStats _ = Eventually.see(server()::stats, seen -> seen.openConnections() == 64);
      assertThat(Eventually.see(() -> statusOf(head), status -> status == 503)).isEqualTo(503);
    }
    assertThat(Eventually.see(() -> statusOf(head + "x".repeat(1 << 20)), status -> status == 200))
        .isEqualTo(200);
  }

  @Test
  void aConnectionTooManyIsToldSoAndAnotherIsServedOnceOneHasLeft() throws IOException {
    start(StubLimits.DEFAULT.withConnections(2));
    try (WireClient one = connect()) {
      try (WireClient two = connect();
          WireClient three = connect()) {
        assertThat(one.get("/bytes/2").read().status()).isEqualTo(200);
        assertThat(two.get("/bytes/2").read().status()).isEqualTo(200);
        WireAnswer refused = three.get("/bytes/2").read();
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.json().get("error").asText())
            .contains("2 connections are open", "--max-connections");
        assertThat(three.isAtEnd()).isTrue();
      }
      assertThat(Eventually.see(this::statusOfANewConnection, status -> status == 200))
          .isEqualTo(200);
    }
    assertThat(server().stats().refusedConnections()).isPositive();
    assertThat(server().stats().received()).isEqualTo(3);
  }

  @Test
  void aThousandConnectionsThatNeverFinishARequestLeaveTheOthersAnswered() throws IOException {
    start(StubLimits.DEFAULT);
    try (Clients slow = new Clients(server().address())) {
      for (int i = 0; i < 1_000; i++) {
        slow.connect().send("GET /get HTTP/1.1\r\n");
      }
      for (int round = 0; round < 3; round++) {
        slow.sendToAll("X-Header-" + round + ": 1\r\n");
        try (WireClient client = connect()) {
          assertThat(client.get("/get").read().status()).isEqualTo(200);
        }
      }
      assertThat(server().stats().openConnections()).isGreaterThanOrEqualTo(1_000);
    }
  }

  @Test
  void aThousandConnectionsThatNeverFinishARequestAreRidOf() throws IOException {
    start(StubLimits.DEFAULT.withRequest(Duration.ofMillis(500)));
    try (Clients slow = new Clients(server().address())) {
      for (int i = 0; i < 1_000; i++) {
        slow.connect().send("GET /get HTTP/1.1\r\n");
      }
      slow.assertEachAnsweredWith(408);
    }
    assertThat(server().stats().route("(malformed)").received()).isEqualTo(1_000);
  }

  private int statusOfANewConnection() {
    return statusOf("GET /bytes/2 HTTP/1.1\r\nHost: stub\r\n\r\n");
  }

  private int statusOf(String request) {
    try (WireClient client = connect()) {
      return client.send(request).read().status();
    } catch (IOException e) {
      return 0;
    }
  }

  private void start(StubLimits limits) throws IOException {
    started = StubServer.start(StubOptions.DEFAULT.withLimits(limits));
  }

  private StubServer server() {
    return Objects.requireNonNull(started);
  }

  private WireClient connect() throws IOException {
    return WireClient.connect(server().address());
  }
}
