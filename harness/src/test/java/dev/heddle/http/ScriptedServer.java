package dev.heddle.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server whose every byte the test decides. Each connection plays the script on a thread of its
 * own.
 */
final class ScriptedServer implements AutoCloseable {

  /** What happens on one connection. */
  @FunctionalInterface
  interface Script {
    void play(ScriptedConnection connection) throws Exception;
  }

  private final ServerSocket listener;
  private final Script script;
  private final AtomicInteger accepted = new AtomicInteger();
  private volatile int lastAccepted;
  private final Thread acceptor =
      Thread.ofVirtual().name("scripted-server").unstarted(this::acceptAll);
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

  private ScriptedServer(ServerSocket listener, Script script) {
    this.listener = listener;
    this.script = script;
  }

  static ScriptedServer playing(Script script) throws IOException {
    var server =
        new ScriptedServer(new ServerSocket(0, 500, InetAddress.getLoopbackAddress()), script);
    server.acceptor.start();
    return server;
  }

  /** Answers every request on every connection with the same lines. */
  static ScriptedServer answering(String... lines) throws IOException {
    String response = String.join("\r\n", lines);
    return playing(
        connection -> {
          while (true) {
            connection.readRequest();
            connection.send(response);
          }
        });
  }

  URI uri(String path) {
    return URI.create(
        "http://%s:%d%s"
            .formatted(listener.getInetAddress().getHostAddress(), listener.getLocalPort(), path));
  }

  int accepted() {
    return accepted.get();
  }

  /** How many connections are open, as far as their scripts have noticed. */
  int open() {
    return sockets.size();
  }

  /**
   * Returns when every connection begun so far counts as open or is closed: they are accepted in
   * order, and the last one is made here.
   */
  void acceptAllSoFar() throws IOException {
    try (var last = new Socket(listener.getInetAddress(), listener.getLocalPort())) {
      int port = last.getLocalPort();
      Await.until(() -> lastAccepted == port);
    }
  }

  /** When this returns, further connections are refused: a listener ends only with its accept. */
  @Override
  public void close() throws IOException {
    listener.close();
    try {
      acceptor.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  private void acceptAll() {
    try {
      while (true) {
        Socket socket = listener.accept();
        sockets.add(socket);
        int number = accepted.incrementAndGet();
        lastAccepted = socket.getPort();
        Thread.ofVirtual().name("scripted-" + number).start(() -> play(socket, number));
      }
    } catch (IOException e) {
      // Closed: the test is over.
    }
  }

  @SuppressWarnings("CatchAndPrintStackTrace")
  private void play(Socket socket, int number) {
    try (socket) {
      script.play(new ScriptedConnection(socket, number));
    } catch (IOException e) {
      // The client has gone, which ends any script.
    } catch (Exception e) {
      e.printStackTrace();
    } finally {
      sockets.remove(socket);
    }
  }
}
