package dev.heddle.stub.latency;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A line of a file that says something.
 *
 * @param number from 1
 * @param text without the white space around it
 */
record Line(Path file, int number, String text) {

  /** As much of a bad line as a message shows. */
  private static final int SHOWN = 60;

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /** What takes the lines of a file one by one. */
  interface Taker {
    void take(Line line) throws InvalidLatencyException;
  }

  /** Gives all lines but blank ones and comments, which start with #. */
  static void each(Path file, Taker taker) throws IOException, InvalidLatencyException {
    try (BufferedReader reader = open(file)) {
      int number = 0;
      for (String text = reader.readLine(); text != null; text = reader.readLine()) {
        Line line = new Line(file, ++number, text.replace(BYTE_ORDER_MARK, "").strip());
        if (!line.text.isEmpty() && !line.text.startsWith("#")) {
          taker.take(line);
        }
      }
    }
  }

  InvalidLatencyException refused(String allowed) {
    String shown = text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    return InvalidLatencyException.wrong("line %d of %s".formatted(number, file), shown, allowed);
  }

  /** Not Files.newBufferedReader, which says of a byte that is no UTF-8 not even where it is. */
  private static BufferedReader open(Path file) throws IOException {
    return new BufferedReader(
        new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8));
  }
}
