package dev.heddle.stub;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** One connection on which a test says exactly the bytes it wants to. */
final class WireClient implements AutoCloseable {

  private static final int TIMEOUT_MILLIS = 30_000;

  private final Socket socket;
  private final InputStream in;

  private WireClient(Socket socket) throws IOException {
    this.socket = socket;
    this.in = new BufferedInputStream(socket.getInputStream());
  }

  static WireClient connect(URI address) throws IOException {
    Socket socket = new Socket();
    socket.connect(
        new InetSocketAddress(InetAddress.getByName(address.getHost()), address.getPort()),
        TIMEOUT_MILLIS);
    socket.setSoTimeout(TIMEOUT_MILLIS);
    socket.setTcpNoDelay(true);
    return new WireClient(socket);
  }

  WireClient send(String bytes) throws IOException {
    socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
    return this;
  }

  WireClient get(String target) throws IOException {
    return request("GET", target);
  }

  WireClient request(String method, String target) throws IOException {
    return send(method + " " + target + " HTTP/1.1\r\nHost: stub\r\n\r\n");
  }

  /** Reads one answer that has a body of its Content-Length. */
  WireAnswer read() throws IOException {
    return read(true);
  }

  /** Reads one answer to a HEAD. */
  WireAnswer readHead() throws IOException {
    return read(false);
  }

  /** Everything until the server closes its side; the bytes are the characters. */
  String readToTheEnd() throws IOException {
    return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
  }

  /**
   * Sends, says that nothing more comes, and reads to the end; a server that hangs up meanwhile
   * ends it too.
   */
  String sendAllAndReadToTheEnd(String bytes) throws IOException {
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    try {
      send(bytes);
      socket.shutdownOutput();
      in.transferTo(read);
    } catch (SocketTimeoutException e) {
      throw e;
    } catch (IOException e) {
      // Reset, with or without an answer before it.
    }
    return read.toString(StandardCharsets.ISO_8859_1);
  }

  /** Whether the server has closed its side, after everything sent was read. */
  boolean isAtEnd() throws IOException {
    return in.read() < 0;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private WireAnswer read(boolean withBody) throws IOException {
    String statusLine = line();
    List<Header> headers = new ArrayList<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      headers.add(new Header(line.substring(0, colon), line.substring(colon + 1).strip()));
    }
    WireAnswer head = new WireAnswer(statusLine, headers, "");
    int length = withBody ? Integer.parseInt(head.header("content-length").orElse("0")) : 0;
    return new WireAnswer(
        statusLine, headers, new String(in.readNBytes(length), StandardCharsets.ISO_8859_1));
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new IOException(
            "connection ended after '%s'".formatted(line.toString(StandardCharsets.ISO_8859_1)));
      }
      line.write(next);
    }
    return line.toString(StandardCharsets.ISO_8859_1).strip();
  }
}
