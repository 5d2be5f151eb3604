package dev.heddle.stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a server does, the open loop counts each request once, and for what happened to it. */
final class LoadEndingTest {

  private static final int REQUESTS = 20;
  private static final double PATIENCE = 20;
  private static final double BURST = 1e6;
  private static final String WHOLE = "HTTP/1.1 200 OK\\r\\nContent-Length: 2\\r\\n\\r\\nok";
  private static final String CLOSING =
      "HTTP/1.1 503 No\\r\\ncontent-length: 0\\r\\nconnection: close\\r\\n\\r\\n";

  @ParameterizedTest
  @CsvSource({
    WHOLE + ", KEEP, completed",
    CLOSING + ", CLOSE, completed",
    "HTTP/1.1 204 No Content\\r\\n\\r\\n, KEEP, completed",
    "'', CLOSE, closed_before_answer",
    "HTTP/1., CLOSE, closed_in_answer",
    "HTTP/1.1 200 OK\\r\\ncontent-length: 3\\r\\n\\r\\nok, CLOSE, closed_in_answer",
    "'', RESET, reset",
    "'', KEEP, timed_out",
    "HTTP/1.1 200 OK\\r\\ncontent-length: 3\\r\\n\\r\\nok, KEEP, timed_out",
    "SSH-2.0-x, KEEP, garbage",
    "HTTP/1.1 abc, CLOSE, garbage",
    "HTTP/1.1 200 OK\\r\\n\\r\\n, KEEP, garbage"
  })
  void aRequestEndsInTheOneWayThatTheServerChose(String answer, After after, String ending)
      throws Exception {
    try (Server server = new Server(answer.translateEscapes(), after)) {
      JsonNode told = load(server.port(), REQUESTS, ending.equals("timed_out") ? 0.5 : PATIENCE);
      assertThat(told.path("sent").asInt()).as("%s", told).isEqualTo(REQUESTS);
      assertThat(told.path("all").path(ending).asInt()).as("%s", told).isEqualTo(REQUESTS);
    }
  }

  @Test
  void aRequestThatFindsNoFreeConnectionIsHeldBackAndSentLater() throws Exception {
    try (Server server = new Server(CLOSING.translateEscapes(), After.CLOSE)) {
      JsonNode told = load(server.port(), 1, PATIENCE, BURST);
      assertThat(told.path("held_back").asInt()).isPositive();
      assertThat(told.path("all").path("completed").asInt()).as("%s", told).isEqualTo(REQUESTS);
    }
  }

  @Test
  void aRequestThatNobodyTakesIsConnectFailed() throws Exception {
    Server server = new Server("", After.CLOSE);
    server.close();
    JsonNode told = load(server.port(), REQUESTS, PATIENCE);
    assertThat(told.path("all").path("connect_failed").asInt()).isEqualTo(REQUESTS);
    assertThat(told.path("sent").asInt()).isZero();
  }

  @Test
  void bytesThatNobodyAskedForAreToldApart() throws Exception {
    try (Server server = new Server(WHOLE.translateEscapes() + "HTTP/1.1", After.KEEP)) {
      JsonNode told = load(server.port(), REQUESTS, PATIENCE);
      assertThat(told.path("all").path("completed").asInt()).isEqualTo(REQUESTS);
      assertThat(told.path("connections_with_stray_bytes").asInt()).isEqualTo(REQUESTS);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"get", "0:/get", "-1:/get", "1:", "/a b", "x:/get"})
  void aTargetThatIsNoneIsRefused(String text) {
    assertThatThrownBy(() -> LoadTarget.parse(text, "127.0.0.1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + text + "'");
  }

  @Test
  void theSameSeedDrawsTheSameTargetsByTheirWeights() {
    List<LoadTarget> targets =
        List.of(LoadTarget.parse("99:/get", "a"), LoadTarget.parse("/x?rate=0.5", "a"));
    var first = new LoadTargets(targets, 7);
    var second = new LoadTargets(targets, 7);
    int rare = 0;
    for (int i = 0; i < 10_000; i++) {
      int drawn = first.draw();
      assertThat(second.draw()).isEqualTo(drawn);
      rare += drawn;
    }
    assertThat(rare).isBetween(50, 150);
    assertThat(targets.get(1).path()).isEqualTo("/x?rate=0.5");
  }

  private static JsonNode load(int port, int connections, double timeout) throws Exception {
    return load(port, connections, timeout, 200);
  }

  private static JsonNode load(int port, int connections, double timeout, double rate)
      throws Exception {
    var options =
        new LoadOptions(URI.create("http://127.0.0.1:" + port), rate, connections, timeout, true);
    var targets = new LoadTargets(List.of(LoadTarget.parse("/x", "a")), 1);
    try (LoadClient client = LoadClient.open(options, targets)) {
      return client.load(REQUESTS / rate);
    }
  }

  /** What the server does with a connection once it has answered. */
  enum After {
    KEEP,
    CLOSE,
    RESET
  }

  /** Answers every request with the same bytes. */
  private static final class Server implements AutoCloseable {

    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final byte[] answer;
    private final After after;

    Server(String answer, After after) throws IOException {
      this.answer = answer.getBytes(StandardCharsets.US_ASCII);
      this.after = after;
      Thread.ofVirtual().start(this::accept);
    }

    int port() {
      return listener.getLocalPort();
    }

    @Override
    public void close() throws IOException {
      listener.close();
    }

    private void accept() {
      try {
        while (true) {
          Socket socket = listener.accept();
          Thread.ofVirtual().start(() -> serve(socket));
        }
      } catch (IOException e) {
        // The listener is closed: the test is over.
        return;
      }
    }

    private void serve(Socket socket) {
      try (socket) {
        while (readRequest(socket.getInputStream())) {
          socket.getOutputStream().write(answer);
          if (after != After.KEEP) {
            socket.setSoLinger(after == After.RESET, 0);
            return;
          }
        }
      } catch (IOException e) {
        // The client has given up this connection, as it may.
        return;
      }
    }

    private static boolean readRequest(InputStream in) throws IOException {
      int blank = 0;
      while (blank < 4) {
        int next = in.read();
        if (next < 0) {
          return false;
        }
        blank = next == (blank % 2 == 0 ? '\r' : '\n') ? blank + 1 : 0;
      }
      return true;
    }
  }
}
