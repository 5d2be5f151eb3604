package dev.heddle.stub;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;

/**
 * Asks a stub anywhere for its statistics, over HTTP and with no threads of its own. Asking is not
 * counted. Thread-safe.
 *
 * @param address the stub's, as {@code http://127.0.0.1:40123}
 */
public record StubControl(URI address) {

  private static final int TIMEOUT_MILLIS = 10_000;
  private static final int DIGITS = 3;
  private static final String HEAD_END = "\r\n\r\n";
  private static final String DELAY_ERROR = "delay-error";

  /**
   * What it has counted.
   *
   * @throws IOException if it does not answer within 10 s, or not as a stub
   */
  public StubStats stats() throws IOException {
    return Json.stats(ask("/stats"));
  }

  /**
   * Starts the counts again and returns them as they then stand: zero but for what is in flight.
   *
   * @throws IOException if it does not answer within 10 s, or not as a stub
   */
  public StubStats resetStats() throws IOException {
    return Json.stats(ask("/stats/reset"));
  }

  /**
   * How late its delayed answers were since the last reset, each in nanoseconds: the actual delay
   * less the planned one.
   *
   * @throws IOException if it does not answer within 10 s, or not as a stub
   */
  public Histogram delayErrors() throws IOException {
    Histogram errors = new Histogram(DIGITS);
    HistogramLogReader log =
        new HistogramLogReader(new ByteArrayInputStream(ask("/stats/latency.hlog")));
    while (log.hasNext()) {
      if (log.nextIntervalHistogram() instanceof Histogram histogram
          && DELAY_ERROR.equals(histogram.getTag())) {
        errors.add(histogram);
      }
    }
    return errors;
  }

  /** HTTP/1.0, so that the answer ends where the connection does. */
  private byte[] ask(String path) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(InetAddress.getByName(address.getHost()), address.getPort()),
          TIMEOUT_MILLIS);
      socket.setSoTimeout(TIMEOUT_MILLIS);
      socket
          .getOutputStream()
          .write(("GET " + path + " HTTP/1.0\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
      return body(path, new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IOException(
          "no answer to %s%s: %s; is a stub running there?"
              .formatted(address, path, e.getMessage()),
          e);
    }
  }

  private static byte[] body(String path, String answer) throws IOException {
    int headEnd = answer.indexOf(HEAD_END);
    if (!answer.startsWith("HTTP/1.1 200 ") || headEnd < 0) {
      throw new IOException(
          "%s was answered with '%s'".formatted(path, answer.lines().findFirst().orElse("")));
    }
    return answer.substring(headEnd + HEAD_END.length()).getBytes(StandardCharsets.UTF_8);
  }
}
