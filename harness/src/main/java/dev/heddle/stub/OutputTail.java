package dev.heddle.stub;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * Reads a child's output so that it never blocks on a full pipe, and keeps the last lines for an
 * error message.
 */
final class OutputTail {

  private static final int KEPT = 40;

  private final Deque<String> lines = new ArrayDeque<>();
  private final Thread reader;

  private OutputTail(InputStream stream, String name, Consumer<String> onLine) {
    this.reader = Thread.ofPlatform().daemon().name(name).unstarted(() -> readAll(stream, onLine));
  }

  /** Starts to read; every line is also given to the consumer, on the reading thread. */
  static OutputTail follow(InputStream stream, String name, Consumer<String> onLine) {
    OutputTail tail = new OutputTail(stream, name, onLine);
    tail.reader.start();
    return tail;
  }

  /** Waits for the end of the output, up to the bound. */
  void awaitEnd(Duration bound) throws InterruptedException {
    boolean _ = reader.join(bound);
  }

  /** The last lines, or a word that there were none. */
  synchronized String text() {
    return lines.isEmpty() ? "(nothing)" : String.join(System.lineSeparator(), lines);
  }

  private void readAll(InputStream stream, Consumer<String> onLine) {
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(stream, Charset.defaultCharset()))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        keep(line);
        onLine.accept(line);
      }
    } catch (IOException e) {
      keep("(reading the output failed: " + e.getMessage() + ")");
    }
  }

  private synchronized void keep(String line) {
    lines.addLast(line);
    if (lines.size() > KEPT) {
      lines.removeFirst();
    }
  }
}
