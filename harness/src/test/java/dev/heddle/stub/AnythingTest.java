package dev.heddle.stub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnythingTest {

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

  @ParameterizedTest
  @ValueSource(strings = {"GET", "POST", "PUT", "DELETE", "PATCH", "TRACE"})
  void anyMethodIsEchoedWithHttpbinsFields(String method) throws IOException {
    WireAnswer answer = client.request(method, "/anything/else/b?a=1").read();
    assertThat(answer.status()).isEqualTo(200);
    JsonNode echo = answer.json();
    assertThat(echo.fieldNames())
        .toIterable()
        .containsExactly(
            "args", "data", "files", "form", "headers", "json", "method", "origin", "url");
    assertThat(echo.get("method").asText()).isEqualTo(method);
    assertThat(echo.get("url").asText()).isEqualTo("http://stub/anything/else/b?a=1");
  }

  @Test
  void aJsonBodyIsToldAsTextAndAsJson() throws IOException {
    JsonNode echo = post("application/json", "{\"a\": [1, \"\u00e9\"]}");
    assertThat(echo.get("data").asText()).isEqualTo("{\"a\": [1, \"\u00e9\"]}");
    assertThat(echo.get("json")).hasToString("{\"a\":[1,\"\u00e9\"]}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "nonsense", "[1,]", "2 apples", "{}x"})
  void aBodyThatIsNoJsonHasNone(String body) throws IOException {
    JsonNode echo = post("application/json", body);
    assertThat(echo.get("data").asText()).isEqualTo(body);
    assertThat(echo.get("json").isNull()).isTrue();
  }

  @Test
  void aBodyNestedTooDeeplyIsNotTakenForJson() throws IOException {
    assertThat(post("application/json", "[".repeat(5_000) + "]".repeat(5_000)).get("json").isNull())
        .isTrue();
  }

  @Test
  void aFormIsToldByItsFields() throws IOException {
    JsonNode echo = post("application/x-www-form-urlencoded", "a=1&b=x+y&a=2");
    assertThat(echo.get("form")).hasToString("{\"a\":[\"1\",\"2\"],\"b\":\"x y\"}");
    assertThat(echo.get("data").asText()).isEmpty();
  }

  @Test
  void aMultipartFormIsToldByItsFieldsAndFiles() throws IOException {
    JsonNode echo =
        post(
            "multipart/form-data; boundary=B",
            """
            --B\r
            Content-Disposition: form-data; name="field"\r
            \r
            value\r
            --B\r
            Content-Disposition: form-data; name="file"; filename="f.txt"\r
            Content-Type: text/plain\r
            \r
            in the file\r
            --B--\r
            """);
    assertThat(echo.get("form")).hasToString("{\"field\":\"value\"}");
    assertThat(echo.get("files")).hasToString("{\"file\":\"in the file\"}");
  }

  @Test
  void aBrokenMultipartFormIsRefused() throws IOException {
    assertThat(answer("multipart/form-data", "nonsense").status()).isEqualTo(400);
    assertThat(client.get("/bytes/2").read().status()).isEqualTo(200);
  }

  @Test
  void aMultipartFormOfTooManyPartsIsRefused() throws IOException {
    String part = "--B\r\nContent-Disposition: form-data; name=\"f\"\r\n\r\nv\r\n";
    assertThat(answer("multipart/form-data; boundary=B", part.repeat(200) + "--B--\r\n").status())
        .isEqualTo(400);
    assertThat(client.get("/bytes/2").read().status()).isEqualTo(200);
    assertThat(server.stats().unexpectedErrors()).isZero();
  }

  @Test
  void anEchoOfALongBodyAsDeepAsIsTakenDoesNotGrowOutOfAllProportion() throws IOException {
    String fields = "\"a\":1,".repeat(100_000) + "\"a\":1";
    WireAnswer answer =
        answer("application/json", "{\"a\":".repeat(62) + "{" + fields + "}" + "}".repeat(62));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().length()).isLessThan(20 << 20);
  }

  @Test
  void aBodyThatIsNoTextIsToldInBase64() throws IOException {
    client.send("POST /anything HTTP/1.1\r\nHost: stub\r\nContent-Length: 2\r\n\r\n\u00ff\u00fe");
    assertThat(client.read().json().get("data").asText())
        .isEqualTo("data:application/octet-stream;base64,//4=");
  }

  @Test
  void aRepeatedHeadWithAnotherBodyIsAnsweredWithThatBody() throws IOException {
    for (String body : new String[] {"first", "other", "third"}) {
      assertThat(post("text/plain", body).get("data").asText()).isEqualTo(body);
    }
  }

  @Test
  void aBodyMayArriveByteByByteWithTheNextRequestBehindIt() throws IOException {
    client.send("PUT /anything HTTP/1.1\r\nHost: stub\r\nContent-Length: 20\r\n\r\n");
    for (char next : "GET /bytes/1 HTTP/1.".toCharArray()) {
      client.send(String.valueOf(next));
    }
    client.get("/bytes/3");
    assertThat(client.read().json().get("data").asText()).isEqualTo("GET /bytes/1 HTTP/1.");
    assertThat(client.read().body()).hasSize(3);
  }

  @Test
  void aBodyOfOneMebibyteIsToldWhole() throws IOException {
    String body = "x".repeat(1 << 20);
    assertThat(post("text/plain", body).get("data").asText()).isEqualTo(body);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/anything", "/bytes/5"})
  void aClientThatWaitsToBeAskedForItsBodyIsAsked(String target) throws IOException {
    client.send(
        "POST "
            + target
            + " HTTP/1.1\r\nHost: stub\r\nExpect: 100-Continue\r\nContent-Length: 4\r\n\r\n");
    assertThat(client.read().statusLine()).isEqualTo("HTTP/1.1 100 Continue");
    client.send("body").get("/bytes/2");
    assertThat(client.read().status()).isEqualTo(target.equals("/anything") ? 200 : 405);
    assertThat(client.read().body()).hasSize(2);
  }

  @Test
  void aClientIsAskedForItsBodyOnlyAfterTheAnswersBeforeIt() throws IOException {
    String expecting =
        "POST /anything HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 4\r\n\r\n";
    client.send("GET /bytes/3 HTTP/1.1\r\nHost: a\r\n\r\n" + expecting);
    assertThat(client.read().body()).hasSize(3);
    assertThat(client.read().status()).isEqualTo(100);
    client.send("body");
    assertThat(client.read().json().get("data").asText()).isEqualTo("body");
    client.send("GET /delay/0.05 HTTP/1.1\r\nHost: a\r\n\r\n" + expecting);
    assertThat(client.read().status()).isEqualTo(200);
    assertThat(client.read().status()).isEqualTo(100);
    client.send("more");
    assertThat(client.read().json().get("data").asText()).isEqualTo("more");
  }

  @Test
  void aChunkedBodyIsRefusedRatherThanToldAsEmpty() throws IOException {
    client.send("POST /anything HTTP/1.1\r\nHost: stub\r\nTransfer-Encoding: chunked\r\n\r\n");
    WireAnswer answer = client.send("3\r\nabc\r\n0\r\n\r\n").read();
    assertThat(answer.status()).isEqualTo(411);
    assertThat(client.isAtEnd()).isTrue();
  }

  private JsonNode post(String type, String body) throws IOException {
    WireAnswer answer = answer(type, body);
    assertThat(answer.status()).isEqualTo(200);
    return new ObjectMapper().readTree(answer.body().getBytes(StandardCharsets.ISO_8859_1));
  }

  private WireAnswer answer(String type, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    client.send(
        "POST /anything HTTP/1.1\r\nHost: stub\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n"
            .formatted(type, bytes.length));
    return client.send(new String(bytes, StandardCharsets.ISO_8859_1)).read();
  }
}
