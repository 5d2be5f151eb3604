package dev.heddle.stub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RealClientsTest {

  @TempDir Path folder;

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
  void curlGetsTheEcho() throws Exception {
    ExternalProgram curl = curl(url("/get?a=1"));
    assertThat(curl.exitCode()).as(curl.err()).isZero();
    JsonNode echo = new ObjectMapper().readTree(curl.out());
    assertThat(echo.at("/args/a").asText()).isEqualTo("1");
    assertThat(echo.at("/headers/User-Agent").asText()).startsWith("curl/");
  }

  @Test
  void curlEndsWithTheHeadOfWhatItAskedTheHeadOf() throws Exception {
    ExternalProgram curl = curl("--head", url("/bytes/100000"));
    assertThat(curl.exitCode()).as(curl.err()).isZero();
    assertThat(curl.out()).startsWith("HTTP/1.1 200 OK\r\n").contains("content-length: 100000\r\n");
  }

  @Test
  void curlGetsSeveralUrlsOverOneConnection() throws Exception {
    List<String> paths = List.of("/get", "/bytes/100000", "/status/204", "/status/304", "/get");
    assertThat(codesAndConnects(List.of(), paths))
        .containsExactly("200 1", "200 0", "204 0", "304 0", "200 0");
    assertThat(server.stats().acceptedConnections()).isEqualTo(1);
  }

  @Test
  void curlGoesOnWithAConnectionOnWhichItSentABody() throws Exception {
    assertThat(codesAndConnects(List.of("--data", "a=1"), List.of("/get", "/get")))
        .containsExactly("405 1", "405 0");
    assertThat(codesAndConnects(List.of("--request", "GET", "--data", "a=1"), List.of("/get")))
        .containsExactly("200 1");
  }

  @Test
  void curlGetsAWholeBodyOverHttp10() throws Exception {
    ExternalProgram curl =
        curl(
            "--http1.0",
            "--output",
            "/dev/null",
            "--write-out",
            "%{http_code} %{size_download}",
            url("/bytes/100000"));
    assertThat(curl).isEqualTo(new ExternalProgram(0, "200 100000", ""));
  }

  @Test
  void curlIsAnsweredWhereItExpectsToBeToldToContinue() throws Exception {
    List<String> expecting =
        List.of("--verbose", "--header", "Expect: 100-continue", "--data", "a=1");
    ExternalProgram curl = transfers(expecting, List.of("/get"));
    assertThat(curl.exitCode()).as(curl.err()).isZero();
    assertThat(curl.err()).contains("> Expect: 100-continue");
    assertThat(curl.out()).isEqualTo("405 1\n");
  }

  @Test
  void curlGoesOnWithAConnectionOnWhichItWasToldToContinue() throws Exception {
    assertThat(
            codesAndConnects(
                List.of("--request", "GET", "--header", "Expect: 100-continue", "--data", "a=1"),
                List.of("/get", "/anything", "/delay/0.01", "/get")))
        .containsExactly("200 1", "200 0", "200 0", "200 0");
  }

  @Test
  void curlIsToldThatABodyIsTooLarge() throws Exception {
    Path body = Files.write(folder.resolve("body"), new byte[HeadParser.MAX_BODY + 1]);
    assertThat(codesAndConnects(List.of("--data-binary", "@" + body), List.of("/get")))
        .containsExactly("413 1");
  }

  @Test
  void curlFailsWhereItIsToldToOnAnErrorStatus() throws Exception {
    ExternalProgram curl = curl("--fail", url("/status/500"));
    assertThat(curl.exitCode()).isEqualTo(22);
    assertThat(curl.out()).isEmpty();
    assertThat(curl.err()).contains("500");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/get", "/bytes/100000", "/delay/0.01"})
  void wrkSeesNoErrorAndLeavesTheBooksBalanced(String path) throws Exception {
    String wrk = Needed.here().program("wrk", "wrk");
    ExternalProgram run = ExternalProgram.run(List.of(wrk, "-t1", "-c16", "-d1s", url(path)));
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out())
        .contains(" requests in ")
        .doesNotContain("Socket errors", "Non-2xx or 3xx responses");
    StubStats stats = Eventually.see(server::stats, seen -> seen.openConnections() == 0);
    assertThat(stats.openConnections()).isZero();
    assertThat(stats.inFlight()).isZero();
    assertThat(stats.completed()).isPositive();
    assertThat(stats.received()).isEqualTo(stats.completed() + stats.abortedByClient());
  }

  private String url(String path) {
    return server.address() + path;
  }

  /** For each path the status that curl got, and how many connections it had to open. */
  private List<String> codesAndConnects(List<String> options, List<String> paths) throws Exception {
    ExternalProgram curl = transfers(options, paths);
    assertThat(curl.exitCode()).as(curl.err()).isZero();
    return curl.out().lines().toList();
  }

  private ExternalProgram transfers(List<String> options, List<String> paths) throws Exception {
    List<String> arguments = new ArrayList<>(options);
    arguments.addAll(List.of("--write-out", "%{http_code} %{num_connects}\\n"));
    for (String path : paths) {
      arguments.addAll(List.of("--output", "/dev/null", url(path)));
    }
    return curl(arguments.toArray(String[]::new));
  }

  private static ExternalProgram curl(String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Needed.here().program("curl", "curl"));
    // The first argument must be the one that keeps the developer's .curlrc out.
    command.addAll(List.of("--disable", "--silent", "--show-error"));
    command.addAll(List.of(arguments));
    return ExternalProgram.run(command);
  }
}
