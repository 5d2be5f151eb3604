package dev.heddle.stub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@TestInstance(Lifecycle.PER_CLASS)
class MalformedRequestTest {

  private StubServer server;

  @BeforeAll
  void start() throws IOException {
    server = StubServer.start(StubOptions.DEFAULT);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private static Stream<Arguments> malformed() {
    String host = "Host: stub\r\n";
    return Stream.of(
        Arguments.of("GARBAGE\r\n\r\n", 400, "GARBAGE"),
        Arguments.of("GET /get\r\n\r\n", 400, "GET /get"),
        Arguments.of("GET  /get HTTP/1.1\r\n" + host + "\r\n", 400, "request line"),
        Arguments.of("GET /a b HTTP/1.1\r\n" + host + "\r\n", 400, "request line"),
        Arguments.of("G@T /get HTTP/1.1\r\n" + host + "\r\n", 400, "request line"),
        Arguments.of("GET get HTTP/1.1\r\n" + host + "\r\n", 400, "request target is 'get'"),
        Arguments.of("GET /get HTTP/1.1\r\n\r\n", 400, "0 Host headers"),
        Arguments.of("GET /get HTTP/1.1\r\n" + host + host + "\r\n", 400, "2 Host headers"),
        Arguments.of("GET /get HTTP/2.0\r\n" + host + "\r\n", 505, "2.0"),
        Arguments.of("GET /get HTTP/1.1\r\n" + host + "No colon\r\n\r\n", 400, "No colon"),
        Arguments.of("GET /get HTTP/1.1\r\n" + host + "Space : 1\r\n\r\n", 400, "Space : 1"),
        Arguments.of("GET /get HTTP/1.1\r\n" + host + "A: 1\r\n folded\r\n\r\n", 400, "folded"),
        Arguments.of("GET /get HTTP/1.1\r\n" + host + "A: 1\rB: 2\r\n\r\n", 400, "header line"),
        Arguments.of("GET /get HTTP/1.1\r\n" + host + "A: \0\r\n\r\n", 400, "header line"),
        Arguments.of("GET /get HTTP/1.1\r\n" + host + "Content-Length: -1\r\n\r\n", 400, "'-1'"),
        Arguments.of(
            "GET /get HTTP/1.1\r\n" + host + "Content-Length: 1, 2\r\n\r\n", 400, "'1, 2'"),
        Arguments.of(
            "GET /get HTTP/1.1\r\n" + host + "Content-Length: 1048577\r\n\r\n",
            413,
            "0 to 1048576"),
        Arguments.of(
            "GET /get HTTP/1.1\r\n" + host + "A: 1\r\n".repeat(100) + "\r\n",
            431,
            "100 header fields"),
        Arguments.of("GET /" + "a".repeat(16_384), 431, "16384 bytes"),
        Arguments.of(
            "GET /" + "a".repeat(16_384) + " HTTP/1.1\r\n" + host + "\r\n", 431, "16384 bytes"),
        Arguments.of("\u0016\u0003\u0001\u0002", 400, "plain HTTP"));
  }

  @ParameterizedTest
  @MethodSource("malformed")
  void isRefusedSayingWhyAndTheConnectionEnds(String request, int status, String says)
      throws IOException {
    try (WireClient client = WireClient.connect(server.address())) {
      WireAnswer answer = client.send(request).read();
      assertThat(answer.status()).isEqualTo(status);
      assertThat(answer.json().get("error").asText()).contains(says);
      assertThat(answer.header("connection")).contains("close");
      assertThat(client.isAtEnd()).isTrue();
    }
    assertStillAnswers();
  }

  @Test
  void aWrongPercentEncodingIsRefusedAndTheConnectionGoesOn() throws IOException {
    try (WireClient client = WireClient.connect(server.address())) {
      WireAnswer answer = client.get("/get?a=%zz").read();
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.json().get("error").asText()).contains("/get?a=%zz", "percent-encoding");
      assertThat(client.get("/bytes/2").read().status()).isEqualTo(200);
    }
  }

  @Test
  void aTransferEncodingIsNotReadSoTheConnectionEndsWithTheAnswer() throws IOException {
    try (WireClient client = WireClient.connect(server.address())) {
      client.send("POST /get HTTP/1.1\r\nHost: stub\r\n");
      client.send("Transfer-Encoding: chunked\r\n\r\n").send("3\r\nabc\r\n0\r\n\r\n");
      WireAnswer answer = client.read();
      assertThat(answer.status()).isEqualTo(405);
      assertThat(answer.header("connection")).contains("close");
      assertThat(client.isAtEnd()).isTrue();
    }
  }

  @Test
  void aMalformedRequestBehindGoodOnesLeavesTheirAnswersWhole() throws IOException {
    try (WireClient client = WireClient.connect(server.address())) {
      client.get("/delay/0.05").get("/bytes/2").send("GARBAGE\r\n\r\n").send("x".repeat(100_000));
      assertThat(client.read().status()).isEqualTo(200);
      assertThat(client.read().status()).isEqualTo(200);
      assertThat(client.read().status()).isEqualTo(400);
      assertThat(client.isAtEnd()).isTrue();
    }
  }

  private void assertStillAnswers() throws IOException {
    try (WireClient client = WireClient.connect(server.address())) {
      assertThat(client.get("/bytes/2").read().status()).isEqualTo(200);
    }
  }
}
