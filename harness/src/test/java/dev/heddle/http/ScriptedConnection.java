package dev.heddle.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** The server's end of a connection. */
final class ScriptedConnection {

  private final Socket socket;
  private final int number;

  ScriptedConnection(Socket socket, int number) throws IOException {
    this.socket = socket;
    this.number = number;
    socket.setTcpNoDelay(true);
  }

  /** The how many-th connection of its server this is, from 1. */
  int number() {
    return number;
  }

  /**
   * Reads a request's head whole.
   *
   * @throws EOFException if the client has closed the connection
   */
  String readRequest() throws IOException {
    var head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = socket.getInputStream().read();
      if (next < 0) {
        throw new EOFException("the client closed the connection");
      }
      head.append((char) next);
    }
    return head.toString();
  }

  /** The path of the next request. */
  String readPath() throws IOException {
    return readRequest().split(" ", 3)[1];
  }

  void send(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  void sendBody(String body) throws IOException {
    send("HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s".formatted(body.length(), body));
  }

  /** Returns when the client has closed its end; anything it still sends is read over. */
  void awaitClose() {
    try {
      socket.getInputStream().transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      // A reset is a close, too.
    }
  }

  /** Closes with a reset instead of an orderly end. */
  void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }
}
