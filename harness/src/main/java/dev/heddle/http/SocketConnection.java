package dev.heddle.http;

import dev.heddle.plan.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;

/** A connection over a blocking socket. One thread at a time uses it; any thread may close it. */
final class SocketConnection implements Runnable, Expiring {

  private static final int BUFFER_SIZE = 8192;
  private static final long TRUSTED_NANOS = 1_000_000;

  private final Address address;
  private final ExchangePolicy policy;
  // Proxies are not asked for: their look-up costs, and what is measured must be what is addressed.
  private final Socket socket = new Socket(Proxy.NO_PROXY);
  private final ResponseParser parser;
  private final byte[] buffer = new byte[BUFFER_SIZE];
  private boolean surplus;
  private long begun;
  private final ResponseDeadline deadline;

  SocketConnection(Address address, ExchangePolicy policy) {
    this.address = address;
    this.policy = policy;
    this.deadline = new ResponseDeadline(policy);
    this.parser = new ResponseParser(address, policy.bodyLimit());
  }

  boolean isConnected() {
    return socket.isConnected();
  }

  /**
   * Whether nothing has come since the last answer: it would be taken for the next one (RFC 9112,
   * section 9.2). To look is a system call, which is spared where exchanges follow one another
   * fast.
   */
  boolean isQuiet() {
    try {
      return System.nanoTime() - begun < TRUSTED_NANOS || socket.getInputStream().available() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** Whether the last exchange failed before a byte of its answer came and before its deadline. */
  boolean endedUnanswered() {
    return !parser.hasBegun() && !deadline.hasExpired();
  }

  /** Whether the connection may carry another exchange. */
  boolean isReusable() {
    return parser.isReusable() && !surplus && !deadline.hasExpired();
  }

  /**
   * Sends the request and reads the response whole; after a failure the connection is of no use.
   */
  Response exchange(WireRequest request) throws IOException {
    if (!socket.isConnected()) {
      connect();
    }
    parser.begin(request.isHead());
    begun = System.nanoTime();
    deadline.arm(begun);
    try {
      return send(request);
    } catch (IOException e) {
      throw deadline.hasExpired() ? ExchangeErrors.responseTimedOut(address, policy) : e;
    } finally {
      deadline.disarm();
    }
  }

  private Response send(WireRequest request) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(request.bytes());
    InputStream in = socket.getInputStream();
    while (!parser.isComplete()) {
      int count = in.read(buffer);
      if (count < 0) {
        parser.endOfInput();
      } else {
        surplus = parser.accept(buffer, 0, count) < count;
      }
    }
    return parser.take();
  }

  private void connect() throws IOException {
    try {
      socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
      socket.connect(address.resolve(), connectTimeoutMillis());
    } catch (SocketTimeoutException e) {
      throw ExchangeErrors.connectTimedOut(address, policy);
    } catch (ConnectException | NoRouteToHostException e) {
      throw ExchangeErrors.connectFailed(address, e);
    }
  }

  private int connectTimeoutMillis() {
    return Math.clamp(policy.connectTimeout().toMillis(), 1, Integer.MAX_VALUE);
  }

  @Override
  public long expireAt(long now) {
    return deadline.expireAt(now, this);
  }

  /** Closes the connection, as the action of a cancellation. */
  @Override
  public void run() {
    close();
  }

  void close() {
    try {
      socket.close();
    } catch (IOException e) {
      // The descriptor is gone all the same, and nobody is left who could do more.
    }
  }
}
