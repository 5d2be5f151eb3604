package dev.heddle.http;

import java.io.IOException;
import java.net.Socket;
import java.util.Set;
import org.apache.hc.client5.http.impl.io.DefaultManagedHttpClientConnection;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.EndpointDetails;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;

/**
 * A connection of HttpClient that has a deadline, knows whether an answer has begun, and is not
 * used again when more came over it than was asked for. One thread at a time uses it; any thread
 * may close it.
 */
final class ApacheConnection extends DefaultManagedHttpClientConnection implements Expiring {

  private static final long TRUSTED_NANOS = 1_000_000;

  private final Set<ApacheConnection> open;
  private final InputTap input;
  private final ResponseDeadline deadline;
  private volatile boolean closed;
  private @Nullable EndpointDetails details;
  private boolean used;
  private long receivedBefore;
  private long begun;

  private ApacheConnection(InputTap input, ExchangePolicy policy, Set<ApacheConnection> open) {
    super("heddle", null, null, null, null, null, null, input);
    this.open = open;
    this.input = input;
    this.deadline = new ResponseDeadline(policy);
  }

  /** A connection not yet connected, which is in {@code open} until it is closed. */
  static ApacheConnection create(ExchangePolicy policy, Set<ApacheConnection> open) {
    var connection = new ApacheConnection(new InputTap(), policy, open);
    open.add(connection);
    return connection;
  }

  /** The next exchange begins. */
  void begin() {
    EndpointDetails counts = getEndpointDetails();
    details = counts;
    used = counts.getRequestCount() > 0;
    receivedBefore = counts.getReceivedBytesCount();
    begun = System.nanoTime();
    deadline.arm(begun);
  }

  /**
   * Whether the last exchange failed before a byte of its answer came and before its deadline, on a
   * connection that had carried an exchange before: the server may have closed it meanwhile.
   */
  boolean wasStale() {
    return used
        && !deadline.hasExpired()
        && details != null
        && details.getReceivedBytesCount() == receivedBefore;
  }

  boolean hasExpired() {
    return deadline.hasExpired();
  }

  @Override
  public long expireAt(long now) {
    return deadline.expireAt(now, () -> close(CloseMode.IMMEDIATE));
  }

  /** Called when the connection goes back to the pool. */
  @Override
  public void passivate() {
    deadline.disarm();
    super.passivate();
  }

  /** Whether the connection may go back to the pool. */
  @Override
  public boolean isConsistent() {
    return super.isConsistent() && input.isEmpty();
  }

  /**
   * Whether something has come since the last answer: it would be taken for the next one (RFC 9112,
   * section 9.2). HttpClient's own look takes a millisecond of waiting and sees only an end. This
   * one is a system call, which is spared where exchanges follow one another fast.
   */
  @Override
  public boolean isStale() throws IOException {
    if (System.nanoTime() - begun < TRUSTED_NANOS) {
      return false;
    }
    Socket socket = getSocket();
    return socket == null || socket.getInputStream().available() > 0;
  }

  /**
   * HttpClient 5.6.1 looks whether the connection is closed in an overload that nobody calls, so
   * that a socket bound after the close would stay open for good. The look comes after the binding:
   * whoever closes later finds the socket.
   *
   * @throws ConnectionClosedException if the connection is closed, as the socket then is, too
   */
  @Override
  public void bind(Socket socket) throws IOException {
    super.bind(socket);
    if (closed) {
      socket.close();
      throw new ConnectionClosedException();
    }
  }

  @Override
  public void close() throws IOException {
    forget();
    super.close();
  }

  @Override
  public void close(CloseMode mode) {
    forget();
    super.close(mode);
  }

  private void forget() {
    closed = true;
    open.remove(this);
  }
}
