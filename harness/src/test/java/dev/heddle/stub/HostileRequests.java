package dev.heddle.stub;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes requests as no decent client would, from a seed. */
final class HostileRequests {

  private static final String END = "\r\n\r\n";
  private static final List<String> TARGETS =
      List.of(
          "/get",
          "/anything",
          "/headers",
          "/bytes/2",
          "/status/200:1,500:1",
          "/delay/0",
          "/latency/lognormal?p50=0.0001&p99=0.001&key=1",
          "/fault/garbage?rate=0.5",
          "/flaky",
          "/stats");
  private static final List<String> HEADERS =
      List.of(
          "Host: stub",
          "Content-Length: 5",
          "Content-Length: 1048577",
          "Content-Length: -1",
          "Content-Length: 99999999999999999999",
          "Content-Length: 0x10",
          "Transfer-Encoding: chunked",
          "Transfer-Encoding: \u000bchunked",
          "Connection: keep-alive, close",
          "Expect: 100-continue",
          "Content-Type: multipart/form-data; boundary=",
          "Content-Type: multipart/form-data; boundary=x",
          "Content-Type: application/x-www-form-urlencoded",
          "Upgrade: h2c",
          ": no name",
          "No colon",
          " folded: 1",
          "A: \u0000",
          "B: a\rb");

  private final SplittableRandom random;

  HostileRequests(SplittableRandom random) {
    this.random = random;
  }

  String next() {
    return switch (random.nextInt(14)) {
      case 0 -> bytes(random.nextInt(1, 600));
      case 1 -> cut(request());
      case 2, 3 -> damaged(request());
      case 4 -> request() + bytes(random.nextInt(1, 200));
      case 5 -> "GET " + bytes(random.nextInt(1, 60)) + " HTTP/1.1\r\nHost: stub" + END;
      case 6 -> "GET /" + "%".repeat(random.nextInt(1, 40)) + " HTTP/1.1\r\nHost: stub" + END;
      case 7 -> "GET /get HTTP/1.1\r\n" + many(random.nextInt(90, 2_000)) + END;
      case 9 -> "GET /get HTTP/1.1\r\nHost: stub\r\nX:" + " ".repeat(16_200) + "\u0001" + END;
      case 10 -> posted("multipart/form-data; boundary=B", parts(random.nextInt(1, 300)));
      case 11 -> posted("application/json", "[{\"a\":".repeat(random.nextInt(1, 5_000)));
      case 12 -> cut("GET /anything?x=" + "y".repeat(16_300) + " HTTP/1.1\r\nHost: stub" + END);
      case 8 -> "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + bytes(random.nextInt(20));
      default -> request().repeat(random.nextInt(1, 6));
    };
  }

  private String request() {
    String headers =
        IntStream.range(0, random.nextInt(6))
            .mapToObj(i -> "\r\n" + of(HEADERS))
            .collect(Collectors.joining());
    String method = of(List.of("GET", "POST", "HEAD", "PUT", "get", "", "G\u0000T", "TRACE"));
    String version = of(List.of("HTTP/1.1", "HTTP/1.1", "HTTP/1.0", "HTTP/0.9", "HTTP/1.12", ""));
    String body = random.nextBoolean() ? bytes(random.nextInt(20)) : "";
    return method + " " + of(TARGETS) + " " + version + "\r\nHost: stub" + headers + END + body;
  }

  private static String posted(String type, String body) {
    return "POST /anything HTTP/1.1\r\nHost: stub\r\nContent-Type: %s\r\nContent-Length: %d%s%s"
        .formatted(type, body.length(), END, body);
  }

  private String parts(int number) {
    return "--B\r\nContent-Disposition: form-data; name=%s\r\n\r\n%s\r\n"
        .formatted(bytes(random.nextInt(8)), bytes(random.nextInt(2_000)))
        .repeat(number);
  }

  private String many(int headers) {
    return IntStream.range(0, headers)
        .mapToObj(i -> "X-" + i + ": " + i)
        .collect(Collectors.joining("\r\n"));
  }

  private String cut(String request) {
    return request.substring(0, random.nextInt(request.length()));
  }

  private String damaged(String request) {
    StringBuilder damaged = new StringBuilder(request);
    for (int i = random.nextInt(1, 5); i > 0; i--) {
      damaged.setCharAt(random.nextInt(damaged.length()), (char) random.nextInt(256));
    }
    return damaged.toString();
  }

  private String bytes(int length) {
    return random.ints(length, 0, 256).mapToObj(Character::toString).collect(Collectors.joining());
  }

  private String of(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
