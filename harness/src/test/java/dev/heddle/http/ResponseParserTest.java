package dev.heddle.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseParserTest {

  private final ResponseParser parser = new ResponseParser(new Address("stub", 80), 100);

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 1000})
  void piecesOfAnySizeGiveTheSameResponse(int size) throws IOException {
    parser.begin(false);
    byte[] bytes =
        bytes("HTTP/1.1 200 OK", "transfer-encoding:chunked", "", "3", "abc", "0", "", "");
    for (int at = 0; at < bytes.length; at += size) {
      assertThat(parser.isComplete()).isFalse();
      int end = Math.min(bytes.length, at + size);
      assertThat(parser.accept(bytes, at, end)).isEqualTo(end);
    }
    assertThat(parser.isComplete()).isTrue();
    assertThat(parser.take().text()).isEqualTo("abc");
  }

  @Test
  void bytesBeyondTheResponseAreLeft() throws IOException {
    parser.begin(false);
    byte[] bytes = bytes("HTTP/1.1 200 OK", "Content-Length: 1", "", "xyz");
    assertThat(parser.accept(bytes, 0, bytes.length)).isEqualTo(bytes.length - 2);
    assertThat(parser.take().text()).isEqualTo("x");
  }

  @Test
  void oneParserReadsResponseAfterResponse() throws IOException {
    parse("HTTP/1.1 200 OK", "Content-Length: 3", "", "one");
    assertThat(parser.take().text()).isEqualTo("one");
    parse("HTTP/1.1 404 No", "Content-Length: 0", "", "");
    assertThat(parser.take().toString()).isEqualTo("Response[status=404, length=0]");
  }

  @Test
  void oldServersCloseUnlessTheySayOtherwise() throws IOException {
    parse("HTTP/1.0 200 OK", "Content-Length: 0", "", "");
    assertThat(parser.isReusable()).isFalse();
    parse("HTTP/1.0 200 OK", "Connection: Keep-Alive", "Content-Length: 0", "", "");
    assertThat(parser.isReusable()).isTrue();
    parse("HTTP/1.1 200 OK", "connection:  CLOSE ", "Content-Length: 0", "", "");
    assertThat(parser.isReusable()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hello",
        "HTTP/2 200 OK",
        "HTTP/1.1 20",
        "HTTP/1.1 20x OK",
        "HTTP/1.1 2000 OK",
        "HTTP/1.1 099 Low"
      })
  void lineThatIsNoStatusLineIsQuoted(String line) {
    assertThatThrownBy(() -> parse(line, "", ""))
        .isInstanceOf(ProtocolException.class)
        .hasMessage("stub:80 sent what is no HTTP/1.1 response: status line '%s'", line);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no colon",
        ": no name",
        "Content-Length: ",
        "Content-Length: -1",
        "Content-Length: 1x",
        "Content-Length: 9999999999999999999",
        "Transfer-Encoding: gzip"
      })
  void headerThatCannotBeUnderstoodIsRefused(String header) {
    assertThatThrownBy(() -> parse("HTTP/1.1 200 OK", header, "", ""))
        .isInstanceOf(ProtocolException.class)
        .hasMessageContaining("header '" + header + "'");
  }

  @Test
  void lengthsThatContradictEachOtherAreRefused() {
    assertThatThrownBy(
            () -> parse("HTTP/1.1 200 OK", "Content-Length: 1", "Content-Length: 2", "", ""))
        .isInstanceOf(ProtocolException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "-1", "fffffffffffffffff"})
  void chunkSizeThatIsNoNumberIsRefused(String size) {
    assertThatThrownBy(() -> parse("HTTP/1.1 200 OK", "Transfer-Encoding: chunked", "", size, ""))
        .isInstanceOf(ProtocolException.class)
        .hasMessageContaining("chunk size");
  }

  @Test
  void chunkLongerThanItSaidIsRefused() {
    assertThatThrownBy(
            () -> parse("HTTP/1.1 200 OK", "Transfer-Encoding: chunked", "", "1", "ab", ""))
        .isInstanceOf(ProtocolException.class)
        .hasMessageContaining("end of chunk 'b'");
  }

  @Test
  void controlCharactersDoNotReachTheMessage() {
    assertThatThrownBy(() -> parse("\u001b[2J\u0007", ""))
        .hasMessageContaining("status line '.[2J.'");
  }

  @Test
  void hugeLengthIsRefusedBeforeAnythingIsAllocated() {
    assertThatThrownBy(() -> parse("HTTP/1.1 200 OK", "Content-Length: 999999999999999", "", ""))
        .hasMessageContaining("larger than the limit of 100 bytes");
    assertThatThrownBy(
            () -> parse("HTTP/1.1 200 OK", "Transfer-Encoding: chunked", "", "fffffffffffffff", ""))
        .hasMessageContaining("larger than the limit of 100 bytes");
  }

  @Test
  void lineWithoutEndIsRefused() {
    assertThatThrownBy(() -> parse("HTTP/1.1 200 " + "x".repeat(70_000)))
        .hasMessageContaining("a line longer than 65536 bytes");
  }

  @Test
  void headersWithoutEndAreRefused() {
    String header = "X-Long: " + "x".repeat(1_000);
    String headers = (header + "\r\n").repeat(300);
    assertThatThrownBy(() -> parse("HTTP/1.1 200 OK", headers))
        .hasMessageContaining("headers beyond 262144 bytes");
  }

  @Test
  void endOfInputTellsNoAnswerFromHalfAnAnswer() throws IOException {
    parser.begin(false);
    assertThatThrownBy(parser::endOfInput)
        .isInstanceOf(EOFException.class)
        .hasMessage("stub:80 closed the connection without an answer");
    parse("HTTP/1.1 200 OK", "Content-Length: 3", "", "o");
    assertThatThrownBy(parser::endOfInput)
        .isInstanceOf(EOFException.class)
        .hasMessage("stub:80 closed the connection in the middle of a response");
  }

  @Test
  void failedResponseLeavesNothingToTheNext() throws IOException {
    parse("HTTP/1.1 200 OK", "Content-Length: 30", "", "half");
    parse("HTTP/1.1 200 OK", "Content-Length: 3", "", "new");
    assertThat(parser.take().text()).isEqualTo("new");
  }

  private void parse(String... lines) throws IOException {
    parser.begin(false);
    byte[] bytes = bytes(lines);
    parser.accept(bytes, 0, bytes.length);
  }

  private static byte[] bytes(String... lines) {
    return String.join("\r\n", lines).getBytes(StandardCharsets.ISO_8859_1);
  }
}
