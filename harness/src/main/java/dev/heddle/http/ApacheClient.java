package dev.heddle.http;

import dev.heddle.plan.Request;
import dev.heddle.plan.Response;
import dev.heddle.task.CancelHook;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * Apache HttpClient 5, classic: the blocking client that most JVM services use, with its own pool,
 * parser and chain of handlers. Cookies, redirects, compression, retries after a pause and proxies
 * are off, since no other transport has them.
 *
 * <p>A connection that the server has closed meanwhile is replaced, for GET and HEAD, if no byte of
 * the answer came; that of a new connection is the last word. Three things are Heddle's own, so
 * that all transports keep one contract: the limit is waited for in order, the response timeout
 * holds from head to last byte, and a connection over which more came than was asked for is not
 * used again.
 *
 * <p>A virtual thread is also cancelled by interrupt. A platform thread in a read is not (the JDK
 * offers no way): there the caller passes a hook.
 */
public final class ApacheClient implements BlockingClient {

  private final ExchangePolicy policy;
  private final WireRequests requests = new WireRequests();
  private final ConcurrentHashMap<Address, ConnectionTurns> turns = new ConcurrentHashMap<>();
  private final Set<ApacheConnection> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger inFlight = new AtomicInteger();
  private final DeadlineWatch deadlines;
  private final CloseableHttpClient http;
  private volatile boolean closed;

  /**
   * A client without connections yet. It has one daemon thread, which keeps the response timeout.
   */
  public ApacheClient(ExchangePolicy policy) {
    this.policy = policy;
    this.deadlines = new DeadlineWatch(open, policy.responseTimeout().toNanos());
    this.http = client(connections());
  }

  private PoolingHttpClientConnectionManager connections() {
    return PoolingHttpClientConnectionManagerBuilder.create()
        // Whoever waits in its pool when it closes would wait on: the turns are the limit.
        .setMaxConnPerRoute(Integer.MAX_VALUE)
        .setMaxConnTotal(Integer.MAX_VALUE)
        .setConnectionFactory(_ -> create())
        .setDefaultConnectionConfig(
            ConnectionConfig.custom()
                .setConnectTimeout(Timeout.of(policy.connectTimeout()))
                .setValidateAfterInactivity(TimeValue.ZERO_MILLISECONDS)
                .build())
        .build();
  }

  private ApacheConnection create() throws IOException {
    ApacheExchange.requireWanted();
    ApacheConnection connection = ApacheConnection.create(policy, open);
    if (closed) {
      connection.close(CloseMode.IMMEDIATE);
      throw ExchangeErrors.clientClosed();
    }
    return connection;
  }

  private static CloseableHttpClient client(PoolingHttpClientConnectionManager connections) {
    return HttpClientBuilder.create()
        .setConnectionManager(connections)
        .setRequestExecutor(new ApacheRequestExecutor())
        .setDefaultRequestConfig(
            RequestConfig.custom()
                .setProtocolUpgradeEnabled(false)
                .setAuthenticationEnabled(false)
                .build())
        .disableAutomaticRetries()
        .disableRedirectHandling()
        .disableCookieManagement()
        .disableContentCompression()
        .disableAuthCaching()
        .disableConnectionState()
        .disableDefaultUserAgent()
        .build();
  }

  @Override
  public Response exchange(Request request, CancelHook cancel)
      throws IOException, InterruptedException {
    WireRequest wire = requests.of(request);
    ConnectionTurns turn = turns(wire.address());
    inFlight.incrementAndGet();
    try {
      turn.acquire();
      try {
        requireOpen();
        return ExchangeErrors.accepted(request, carry(wire, cancel), policy);
      } finally {
        turn.release();
      }
    } finally {
      inFlight.decrementAndGet();
    }
  }

  @Override
  public int inFlight() {
    return inFlight.get();
  }

  @Override
  public void close() {
    closed = true;
    deadlines.stop();
    turns.values().forEach(ConnectionTurns::close);
    http.close(CloseMode.IMMEDIATE);
    open.forEach(connection -> connection.close(CloseMode.IMMEDIATE));
  }

  ExchangePolicy policy() {
    return policy;
  }

  boolean isClosed() {
    return closed;
  }

  private ConnectionTurns turns(Address address) {
    ConnectionTurns known = turns.get(address);
    ConnectionTurns turn =
        known == null
            ? turns.computeIfAbsent(address, _ -> new ConnectionTurns(policy.connectionLimit()))
            : known;
    if (closed) {
      turn.close();
    }
    return turn;
  }

  private void requireOpen() throws IOException {
    if (closed) {
      throw ExchangeErrors.clientClosed();
    }
  }

  private Response carry(WireRequest wire, CancelHook cancel)
      throws IOException, InterruptedException {
    while (true) {
      var exchange = new ApacheExchange(this, wire);
      try {
        return exchange.carry(http, cancel);
      } catch (IOException e) {
        if (closed || !wire.isRepeatable() || !exchange.wasStale()) {
          throw e;
        }
      }
    }
  }
}
