package dev.heddle.benchmarks.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OutsideClientTest {

  private static final OutsideClient WRK = client("wrk");
  private static final OutsideClient H2LOAD = client("h2load");

  private static final String WRK_OUTPUT =
      """
      Running 1s test @ http://127.0.0.1:8080/get
        1 threads and 64 connections
        Thread Stats   Avg      Stdev     Max   +/- Stdev
          Latency   541.71us  391.86us  11.21ms   94.70%
          Req/Sec   122.97k     4.07k  127.58k    81.82%
        135260 requests in 1.10s, 46.70MB read
      Requests/sec: 122962.33
      Transfer/sec:     42.46MB
      """;

  private static final String H2LOAD_OUTPUT =
      """
      finished in 1.00s, 101234.00 req/s, 34.94MB/s
      requests: 101234 total, 101298 started, 101234 done, 101234 succeeded, 0 failed, 0 errored, 0 timeout
      status codes: 101234 2xx, 0 3xx, 0 4xx, 0 5xx
      """;

  @Test
  void theRateIsWhatTheClientPrints() throws IOException {
    assertThat(WRK.rate(WRK_OUTPUT)).isEqualTo(122_962.33);
    assertThat(H2LOAD.rate(H2LOAD_OUTPUT)).isEqualTo(101_234);
  }

  @Test
  void aRateWithErrorsInItIsRefused() {
    assertThatThrownBy(
            () -> WRK.rate("  Socket errors: connect 3, read 0, write 0, timeout 0\n" + WRK_OUTPUT))
        .hasMessage("wrk says 'Socket errors: connect 3, read 0, write 0, timeout 0'");
    assertThatThrownBy(() -> WRK.rate("  Non-2xx or 3xx responses: 7\n" + WRK_OUTPUT))
        .hasMessage("wrk says 'Non-2xx or 3xx responses: 7'");
    assertThatThrownBy(() -> H2LOAD.rate(H2LOAD_OUTPUT.replace(" 0 failed", " 5 failed")))
        .hasMessageContaining("5 failed");
  }

  @Test
  void anOutputWithoutARateIsShown() {
    assertThatThrownBy(() -> WRK.rate("unable to connect"))
        .hasMessage("wrk printed no rate: 'unable to connect'");
  }

  @Test
  void bothAreAskedForWholeSeconds() {
    URI stub = URI.create("http://127.0.0.1:8080/get");

    assertThat(WRK.command(stub, 64, Duration.ofMillis(1_600)))
        .containsExactly(
            "/usr/bin/wrk", "-t", "1", "-c", "64", "-d", "2s", "http://127.0.0.1:8080/get");
    assertThat(H2LOAD.command(stub, 8, Duration.ofMillis(100)))
        .containsSubsequence("--h1", "-c", "8", "-D", "1");
  }

  private static OutsideClient client(String name) {
    return new OutsideClient(new Program(name, Path.of("/usr/bin").resolve(name)));
  }
}
