package dev.heddle.stub;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What becomes of the connection after an answer. */
enum Persistence {
  /** HTTP/1.1's default: stays open, nothing said. */
  KEEP(""),
  /** HTTP/1.0 that asked to stay open is told so. */
  KEEP_AND_SAY_SO("connection: keep-alive\r\n"),
  /** Closed after the answer. */
  CLOSE("connection: close\r\n");

  private final String headerLine;

  Persistence(String headerLine) {
    this.headerLine = headerLine;
  }

  String headerLine() {
    return headerLine;
  }

  static Persistence of(boolean http10, List<Header> headers) {
    if (asksFor("close", headers)) {
      return CLOSE;
    }
    if (!http10) {
      return KEEP;
    }
    return asksFor("keep-alive", headers) ? KEEP_AND_SAY_SO : CLOSE;
  }

  private static boolean asksFor(String option, List<Header> headers) {
    return headers.stream()
        .filter(header -> header.named("connection"))
        .flatMap(header -> Stream.of(header.value().split(",", -1)))
        .anyMatch(token -> token.strip().toLowerCase(Locale.ROOT).equals(option));
  }
}
