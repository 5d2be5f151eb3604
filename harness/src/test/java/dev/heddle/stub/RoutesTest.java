package dev.heddle.stub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesTest {

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
  void getEchoesTheRequest() throws IOException {
    client.send("GET /get?a=1&b=x%20y&a=2&/c= HTTP/1.1\r\n").send("host: stub:1\r\n");
    client.send("x-some-thing: 1\r\nX-Some-Thing: 2\r\n\r\n");
    WireAnswer answer = client.read();
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("content-type")).contains("application/json");
    JsonNode echo = answer.json();
    assertThat(echo.get("args")).hasToString("{\"a\":[\"1\",\"2\"],\"b\":\"x y\",\"/c\":\"\"}");
    assertThat(echo.get("headers")).hasToString("{\"Host\":\"stub:1\",\"X-Some-Thing\":\"1,2\"}");
    assertThat(echo.get("method").asText()).isEqualTo("GET");
    assertThat(echo.get("origin").asText()).isEqualTo("127.0.0.1");
    assertThat(echo.get("url").asText()).isEqualTo("http://stub:1/get?a=1&b=x%20y&a=2&/c=");
  }

  @Test
  void anAbsoluteTargetIsAnsweredLikeItsPath() throws IOException {
    assertThat(client.get("http://elsewhere/bytes/1").read().status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 16_383, 16_384, 16_385, 1_048_576})
  void bytesAnswersSoManyBytes(int n) throws IOException {
    WireAnswer answer = client.get("/bytes/" + n).read();
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("content-type")).contains("application/octet-stream");
    assertThat(answer.body()).hasSize(n);
  }

  @Test
  void bytesAreTheSameEachTimeWhateverTheirNumber() throws IOException {
    String many = client.get("/bytes/20000").read().body();
    assertThat(client.get("/bytes/100").read().body()).isEqualTo(many.substring(0, 100));
    assertThat(client.get("/bytes/20000").read().body()).isEqualTo(many);
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 204, 304, 404, 418, 500, 599})
  void statusAnswersWithTheCodeAndNoBody(int code) throws IOException {
    WireAnswer answer = client.get("/status/" + code).read();
    assertThat(answer.status()).isEqualTo(code);
    assertThat(answer.body()).isEmpty();
    assertThat(client.get("/bytes/2").read().status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "0.001", ".001", "0.", "0.0000001"})
  void delayEchoesTheRequest(String seconds) throws IOException {
    WireAnswer answer = client.get("/delay/" + seconds + "?k=v").read();
    assertThat(answer.status()).isEqualTo(200);
    JsonNode echo = answer.json();
    assertThat(echo.get("args")).hasToString("{\"k\":\"v\"}");
    assertThat(echo.fieldNames())
        .toIterable()
        .contains("args", "data", "files", "form", "headers", "origin", "url");
  }

  @ParameterizedTest
  @CsvSource({
    "/bytes/-1, n, -1, 0 to 1048576",
    "/bytes/1048577, n, 1048577, 0 to 1048576",
    "/bytes/two, n, two, 0 to 1048576",
    "/bytes/%D9%A1, n, \u0661, 0 to 1048576",
    "/status/99, code, 99, 200 to 599",
    "/status/199, code, 199, 200 to 599",
    "/status/600, code, 600, 200 to 599",
    "/delay/-1, seconds, -1, 0 to 3600",
    "/delay/3600.000000001, seconds, 3600.000000001, 0 to 3600",
    "/delay/1e3, seconds, 1e3, 0 to 3600",
    "/delay/., seconds, ., 0 to 3600",
    "'/status/200:1,600:1', code, 600, 200 to 599",
    "'/status/200:0,500:0', code, '200:0,500:0', not all zero",
    "/fault/sneeze, kind, sneeze, 'reset, close, truncate, garbage, stall, slow'",
    "/fault/reset?rate=1.1, rate, 1.1, 0 to 1",
    "/fault/reset?key=x, key, x, at most 18 digits",
    "/fault/slow?bytes_per_second=0, bytes_per_second, 0, 1 to 999999999",
    "/flaky?rate=., rate, ., 0 to 1",
    "/flaky?status=100, status, 100, 200 to 599",
    "/latency/constant?value=1&seed=1.5, seed, 1.5, at most 18 digits",
    "/latency/normal, distribution, normal, lognormal",
    "'/latency/lognormal?p50=0.1&p99=0.01', p99, 0.01, p50",
  })
  void aBadArgumentIsNamedWithItsValueAndRange(
      String target, String name, String value, String range) throws IOException {
    WireAnswer answer = client.get(target).read();
    assertThat(answer.status()).isEqualTo(400);
    String error =
        new String(answer.body().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    assertThat(error).contains(name + " is '" + value + "'").contains(range);
    assertThat(client.get("/bytes/2").read().status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/nope",
        "/get/",
        "/bytes",
        "/bytes/",
        "/bytes/1/2",
        "/stats/nope",
        "/GET",
        "*"
      })
  void anUnknownRouteIsAnsweredWithTheRoutesThereAre(String target) throws IOException {
    WireAnswer answer = client.get(target).read();
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.json().get("routes"))
        .extracting(JsonNode::asText)
        .contains("/get", "/bytes/{n}", "/status/{code}", "/delay/{seconds}", "/stats");
  }

  @Test
  void headersEchoesTheHeadersAlone() throws IOException {
    client.send("GET /headers HTTP/1.1\r\nHost: stub\r\nx-a: 1\r\n\r\n");
    assertThat(client.read().json()).hasToString("{\"headers\":{\"Host\":\"stub\",\"X-A\":\"1\"}}");
  }

  @ParameterizedTest
  @CsvSource({
    "302, location, /get",
    "401, www-authenticate, Basic realm=\"Fake Realm\"",
    "407, proxy-authenticate, Basic realm=\"Fake Realm\""
  })
  void aStatusThatCallsForAHeaderHasIt(int code, String name, String value) throws IOException {
    assertThat(client.get("/status/" + code).read().header(name)).contains(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/get", "/headers", "/delay/0.001", "/bytes/100000", "/status/204", "/nope"})
  void everyAnswerTellsItsTimes(String target) throws IOException {
    WireAnswer answer = client.get(target).read();
    double planned = micros(answer, "heddle-planned-delay-us");
    assertThat(planned).isEqualTo(target.startsWith("/delay") ? 1000 : 0);
    assertThat(micros(answer, "heddle-actual-delay-us")).isGreaterThanOrEqualTo(planned);
    assertThat(micros(answer, "heddle-since-previous-us")).isNotNegative();
  }

  private static double micros(WireAnswer answer, String header) {
    return Double.parseDouble(answer.header(header).orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "BREW", "get"})
  void anotherMethodIsRefusedWithTheAllowedOnes(String method) throws IOException {
    WireAnswer answer = client.request(method, "/get").read();
    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.header("allow")).contains("GET, HEAD");
    assertThat(client.get("/bytes/2").read().status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/get",
        "/bytes/7",
        "/bytes/100000",
        "/status/404",
        "/delay/0.001",
        "/anything",
        "/latency/constant?value=0.001",
        "/stats",
        "/nope"
      })
  void headGetsTheHeadOfTheAnswerOnly(String target) throws IOException {
    WireAnswer head = client.request("HEAD", target).readHead();
    WireAnswer get = client.get(target).read();
    assertThat(head.statusLine()).isEqualTo(get.statusLine());
    assertThat(head.header("content-type")).isEqualTo(get.header("content-type"));
    assertThat(head.header("content-length")).isPresent();
  }
}
