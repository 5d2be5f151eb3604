package dev.heddle.http;

import dev.heddle.plan.Request;
import dev.heddle.plan.Response;
import dev.heddle.task.CancelHook;
import dev.heddle.task.Permits;
import java.io.IOException;
import java.net.http.HttpClient;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The JDK's {@code java.net.http.HttpClient}, pinned to HTTP/1.1, without redirects and proxies. A
 * blocked caller waits for the asynchronous exchange, as {@code HttpClient.send} does itself.
 *
 * <p>Its executor is the JDK's default, a cached pool of daemon threads that ends with the client:
 * what people get who choose nothing. Stale connections are replaced by the JDK's own rule. The
 * response timeout includes the time to connect, which the JDK does not tell apart.
 *
 * <p>Two things of the JDK's own remain. It sends the end of a cancelled connection at once, but
 * keeps its descriptor, and an attempt to connect, for up to three seconds if nothing else happens.
 * And whoever cancels a chunked answer in the very moment of its end may close the connection under
 * the next exchange, which the JDK then repeats if it is a GET or HEAD.
 */
public final class JdkClient implements BlockingClient, AsyncClient {

  private final ExchangePolicy policy;
  private final HttpClient http;
  private final BlockingOverAsync blocking = new BlockingOverAsync(this);
  private final ConcurrentHashMap<Address, Permits> permits = new ConcurrentHashMap<>();
  private final AtomicInteger inFlight = new AtomicInteger();
  private volatile boolean closed;

  /** A client without connections yet. */
  public JdkClient(ExchangePolicy policy) {
    this.policy = policy;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .proxy(HttpClient.Builder.NO_PROXY)
            .connectTimeout(policy.connectTimeout())
            .build();
  }

  @Override
  public Response exchange(Request request, CancelHook cancel)
      throws IOException, InterruptedException {
    return blocking.exchange(request, cancel);
  }

  @Override
  public InFlight send(Request request, Listener listener) {
    WireRequest wire;
    try {
      wire = WireRequest.of(request);
    } catch (IllegalArgumentException e) {
      Telling.failed(listener, e);
      return () -> {};
    }
    Permits turn =
        permits.computeIfAbsent(wire.address(), key -> new Permits(policy.connectionLimit()));
    var exchange = new JdkExchange(this, http, turn, wire, listener);
    inFlight.incrementAndGet();
    turn.tellWhenGranted(exchange);
    return exchange;
  }

  @Override
  public int inFlight() {
    return inFlight.get();
  }

  @Override
  public void close() {
    closed = true;
    http.shutdownNow();
    permits.values().forEach(Permits::giveUpAll);
  }

  ExchangePolicy policy() {
    return policy;
  }

  boolean isClosed() {
    return closed;
  }

  void ended() {
    inFlight.decrementAndGet();
  }
}
