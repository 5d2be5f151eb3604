package dev.heddle.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** A server whose queue of unaccepted connections is full: further attempts to connect hang. */
final class FullServer implements AutoCloseable {

  private static final int ENOUGH_MILLIS = 250;

  private final ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  private final List<Socket> queued = new ArrayList<>();

  FullServer() throws IOException {
    while (fits()) {
      assertThat(queued).hasSizeLessThan(100);
    }
  }

  URI uri() {
    return URI.create("http://127.0.0.1:%d/".formatted(listener.getLocalPort()));
  }

  @Override
  public void close() throws IOException {
    listener.close();
    for (Socket socket : queued) {
      socket.close();
    }
  }

  private boolean fits() throws IOException {
    var socket = new Socket();
    try {
      socket.connect(listener.getLocalSocketAddress(), ENOUGH_MILLIS);
      return queued.add(socket);
    } catch (SocketTimeoutException e) {
      socket.close();
      return false;
    }
  }
}
