package dev.heddle.http;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/**
 * A server that lets out the answer to {@code /withheld} only while {@code /next} waits for its
 * own, and answers every other path at once with that path.
 */
public final class WithholdingServer implements AutoCloseable {

  private final String early;
  private final String late;
  private final CountDownLatch withheld = new CountDownLatch(1);
  private final CountDownLatch nextAsked = new CountDownLatch(1);
  private final CountDownLatch lateSent = new CountDownLatch(1);
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final ScriptedServer server;

  private WithholdingServer(String early, String late) throws IOException {
    this.early = early;
    this.late = late;
    this.server = ScriptedServer.playing(this::serve);
  }

  /** Withholds the answer as a whole. */
  public static WithholdingServer ofAll() throws IOException {
    return new WithholdingServer("", "HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\nwithheld");
  }

  /** Sends the head and half of the body at once and withholds the rest. */
  public static WithholdingServer ofTheRest() throws IOException {
    return new WithholdingServer("HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\nwith", "held");
  }

  /** The address of {@code path} here. */
  public URI uri(String path) {
    return server.uri(path);
  }

  /** Blocks until {@code /withheld} has been read, and answered as far as it is at first. */
  public void awaitWithheld() throws InterruptedException {
    Await.latch(withheld);
  }

  /** What has been asked: number of the connection, from 1, and path. */
  public List<String> requests() {
    return requests;
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private void serve(ScriptedConnection connection) throws Exception {
    while (true) {
      String path = connection.readPath();
      requests.add(connection.number() + " " + path);
      switch (path) {
        case "/withheld" -> withhold(connection);
        case "/next" -> answerAfterTheLateOne(connection);
        default -> connection.sendBody(path);
      }
    }
  }

  private void withhold(ScriptedConnection connection) throws Exception {
    connection.send(early);
    withheld.countDown();
    Await.latch(nextAsked);
    try {
      connection.send(late);
    } finally {
      lateSent.countDown();
    }
  }

  private void answerAfterTheLateOne(ScriptedConnection connection) throws Exception {
    nextAsked.countDown();
    Await.latch(lateSent);
    connection.sendBody("/next");
  }
}
