package dev.heddle.stub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConnectionTest {

  private StubServer server;
  private WireClient client;

  @BeforeEach
  void connect() throws IOException {
    server = StubServer.start(StubOptions.DEFAULT);
    client = WireClient.connect(server.address());
  }

  @AfterEach
  void disconnect() throws IOException {
    client.close();
    server.close();
  }

  @Test
  void pipelinedRequestsAreAnsweredInOrderThoughTheFirstTakesLongest() throws IOException {
    client.get("/delay/0.3?k=1").get("/status/201").get("/delay/0.1?k=2").get("/bytes/3");
    assertThat(client.read().json().at("/args/k").asText()).isEqualTo("1");
    assertThat(client.read().status()).isEqualTo(201);
    assertThat(client.read().json().at("/args/k").asText()).isEqualTo("2");
    assertThat(client.read().body()).hasSize(3);
  }

  @Test
  void pipelinedDelaysRunSideBySide() throws IOException {
    client.get("/delay/3600").get("/delay/3600").get("/delay/3600");
    assertThat(Eventually.see(server::stats, stats -> stats.inFlight() == 3).highestInFlight())
        .isEqualTo(3);
  }

  @Test
  void moreRequestsThanMayWaitAreAllAnsweredInOrder() throws Exception {
    int requests = 3_000;
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < requests; i++) {
      String target = i % 100 == 0 ? "/delay/0.05?i=" + i : "/get?i=" + i;
      all.append("GET ").append(target).append(" HTTP/1.1\r\nHost: stub\r\n\r\n");
    }
    Thread sender = Thread.ofVirtual().start(() -> sendUnchecked(all.toString()));
    for (int i = 0; i < requests; i++) {
      assertThat(client.read().json().at("/args/i").asInt(-1)).isEqualTo(i);
    }
    sender.join();
    assertThat(server.stats().received()).isEqualTo(requests);
  }

  @Test
  void aClientThatSendsWithoutReadingIsHeldBackAndLosesNothing() throws IOException {
    int requests = 64;
    String request = "GET /bytes/1048576 HTTP/1.1\r\nHost: stub\r\n\r\n";
    client.send(request.repeat(requests));
    StubStats held = Eventually.see(server::stats, stats -> stats.received() > 1);
    assertThat(held.received()).isLessThan(requests);
    for (int i = 0; i < requests; i++) {
      assertThat(client.read().body()).hasSize(1 << 20);
    }
    assertThat(Eventually.see(server::stats, stats -> stats.completed() == requests).completed())
        .isEqualTo(requests);
  }

  @Test
  void aRequestMayArriveByteByByte() throws IOException {
    for (char next : "\r\nGET /bytes/2 HTTP/1.1\r\nHost: stub\r\n\r\n".toCharArray()) {
      client.send(String.valueOf(next));
    }
    assertThat(client.read().status()).isEqualTo(200);
  }

  @Test
  void aBareLineFeedEndsALine() throws IOException {
    assertThat(client.send("GET /bytes/2 HTTP/1.1\nHost: stub\n\n").read().status()).isEqualTo(200);
  }

  @Test
  void aBodyIsSkipped() throws IOException {
    client
        .send("POST /get HTTP/1.1\r\nHost: stub\r\nContent-Length: 18\r\n\r\nGET /bytes/1 HTTP/")
        .get("/bytes/2");
    assertThat(client.read().status()).isEqualTo(405);
    assertThat(client.read().body()).hasSize(2);
  }

  @Test
  void aRepeatedRequestWithABodyIsSkippedEachTime() throws IOException {
    String request = "GET /bytes/2 HTTP/1.1\r\nHost: stub\r\nContent-Length: 3\r\n\r\n\r\nX";
    client.send(request.repeat(3)).get("/status/204");
    for (int i = 0; i < 3; i++) {
      assertThat(client.read().body()).hasSize(2);
    }
    assertThat(client.read().status()).isEqualTo(204);
  }

  @Test
  void aLargeEchoIsAnsweredEachTimeItIsAskedFor() throws IOException {
    String query = "?x=" + "y".repeat(9_000);
    for (String target : new String[] {"/get", "/delay/0.001", "/headers", "/nope", "/anything"}) {
      for (int i = 0; i < 3; i++) {
        WireAnswer answer = client.get(target + query).read();
        assertThat(answer.status()).isEqualTo(target.equals("/nope") ? 404 : 200);
      }
    }
    StubStats stats = Eventually.see(server::stats, seen -> seen.inFlight() == 0);
    assertThat(stats.inFlight()).isZero();
    assertThat(stats.unexpectedErrors()).isZero();
  }

  @Test
  void connectionCloseIsHonouredAfterTheAnswersBeforeIt() throws IOException {
    client
        .get("/delay/0.05")
        .send("GET /bytes/2 HTTP/1.1\r\nHost: stub\r\nConnection: x, Close\r\n\r\n")
        .get("/get");
    assertThat(client.read().header("connection")).isEmpty();
    assertThat(client.read().header("connection")).contains("close");
    assertThat(client.isAtEnd()).isTrue();
    assertThat(server.stats().received()).isEqualTo(2);
  }

  @Test
  void http10IsAnsweredAndClosed() throws IOException {
    WireAnswer answer = client.send("GET /get HTTP/1.0\r\n\r\n").read();
    assertThat(answer.header("connection")).contains("close");
    assertThat(client.isAtEnd()).isTrue();
  }

  @Test
  void http10StaysOpenWhereItAsks() throws IOException {
    String request = "GET /bytes/2 HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n";
    assertThat(client.send(request).read().header("connection")).contains("keep-alive");
    assertThat(client.send(request).read().status()).isEqualTo(200);
  }

  private void sendUnchecked(String bytes) {
    try {
      client.send(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
