package dev.heddle.benchmarks.calibrate;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A load generator that is not Heddle's.
 *
 * @param program {@code wrk} or {@code h2load}
 */
record OutsideClient(Program program) {

  private static final String WRK = "wrk";
  private static final String H2LOAD = "h2load";
  private static final Pattern WRK_RATE = Pattern.compile("Requests/sec:\\s*([0-9.]+)");
  private static final Pattern WRK_ERRORS =
      Pattern.compile("(?:Socket errors|Non-2xx or 3xx responses):.*");
  private static final Pattern H2LOAD_RATE = Pattern.compile("finished in [^,]+, ([0-9.]+) req/s");
  private static final Pattern H2LOAD_ERRORS =
      Pattern.compile("requests: .*? (?!0 failed)[0-9]+ failed.*");

  /** The first of the two that is installed. */
  static Optional<OutsideClient> installed() {
    return Stream.of(WRK, H2LOAD)
        .flatMap(name -> Program.find(name).stream())
        .findFirst()
        .map(OutsideClient::new);
  }

  String name() {
    return program.name();
  }

  /** The command that asks for a whole number of seconds: neither knows fractions. */
  List<String> command(URI address, int connections, Duration time) {
    String seconds = String.valueOf(seconds(time));
    String open = String.valueOf(connections);
    String file = program.file().toString();
    return name().equals(WRK)
        ? List.of(file, "-t", "1", "-c", open, "-d", seconds + "s", address.toString())
        : List.of(file, "--h1", "-t", "1", "-c", open, "-D", seconds, address.toString());
  }

  static long seconds(Duration time) {
    return Math.max(1, time.plusMillis(500).toSeconds());
  }

  /**
   * The rate in what it printed.
   *
   * @throws IOException if there is none, or any request failed
   */
  double rate(String printed) throws IOException {
    Matcher errors = (name().equals(WRK) ? WRK_ERRORS : H2LOAD_ERRORS).matcher(printed);
    if (errors.find()) {
      throw new IOException("%s says '%s'".formatted(name(), errors.group().strip()));
    }
    Matcher rate = (name().equals(WRK) ? WRK_RATE : H2LOAD_RATE).matcher(printed);
    if (!rate.find()) {
      throw new IOException("%s printed no rate: '%s'".formatted(name(), printed));
    }
    return Double.parseDouble(rate.group(1));
  }
}
