package dev.heddle.http;

import dev.heddle.plan.Response;
import dev.heddle.task.CancelHook;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.TruncatedChunkException;

/** One attempt of HttpClient to carry a request. The thread that made it uses it. */
final class ApacheExchange {

  private static final int CHUNK = 4096;
  private static final ScopedValue<HttpUriRequestBase> UNDER_WAY = ScopedValue.newInstance();

  private final ApacheClient client;
  private final WireRequest wire;
  private final HttpUriRequestBase request;
  private final HttpClientContext context = HttpClientContext.create();

  ApacheExchange(ApacheClient client, WireRequest wire) {
    this.client = client;
    this.wire = wire;
    this.request = new HttpUriRequestBase(wire.request().method(), wire.request().target());
  }

  /**
   * Called where this thread's exchange is to get a new connection. HttpClient gives one also to an
   * exchange that has just been cancelled, and then nobody closes it.
   *
   * @throws ConnectionClosedException if the exchange has been cancelled
   */
  static void requireWanted() throws ConnectionClosedException {
    if (UNDER_WAY.get().isCancelled()) {
      throw new ConnectionClosedException();
    }
  }

  /** Sends the request and reads the response whole. */
  Response carry(CloseableHttpClient http, CancelHook cancel)
      throws IOException, InterruptedException {
    cancel.onCancel(request::cancel);
    Response response;
    try {
      response =
          ScopedValue.where(UNDER_WAY, request)
              .call(() -> http.execute(request, context, this::read));
    } catch (IOException | RuntimeException e) {
      throw failure(e, cancel);
    } catch (Error e) {
      cancel.clear();
      throw e;
    }
    if (!cancel.clear()) {
      throw ExchangeErrors.interrupted(wire.request());
    }
    return response;
  }

  /** Whether it failed on a connection that the server may have closed before. */
  boolean wasStale() {
    ApacheConnection connection = ApacheRequestExecutor.connection(context);
    return connection != null && connection.wasStale();
  }

  private Response read(ClassicHttpResponse response) throws IOException {
    var body = new BodyBuffer(wire.address(), client.policy().bodyLimit());
    HttpEntity entity = response.getEntity();
    if (entity != null) {
      read(entity, body);
    }
    return new Response(response.getCode(), body.take());
  }

  private static void read(HttpEntity entity, BodyBuffer body) throws IOException {
    long length = entity.getContentLength();
    if (length >= 0) {
      body.expect(length);
    }
    var chunk = new byte[length < 0 ? CHUNK : Math.clamp(length, 1, CHUNK)];
    InputStream content = entity.getContent();
    for (int count = content.read(chunk); count >= 0; count = content.read(chunk)) {
      body.append(chunk, 0, count);
    }
  }

  private IOException failure(Exception failure, CancelHook cancel) throws InterruptedException {
    if (!cancel.clear() || wasInterrupted(failure)) {
      throw ExchangeErrors.interrupted(wire.request());
    }
    if (client.isClosed()) {
      return ExchangeErrors.clientClosed();
    }
    ApacheConnection connection = ApacheRequestExecutor.connection(context);
    if (connection != null && connection.hasExpired()) {
      return ExchangeErrors.responseTimedOut(wire.address(), client.policy());
    }
    return told(failure, wire.address());
  }

  private IOException told(Exception failure, Address address) {
    return switch (failure) {
      case BodyTooLargeException e -> e;
      case SocketTimeoutException _ -> ExchangeErrors.connectTimedOut(address, client.policy());
      case ConnectException e -> ExchangeErrors.connectFailed(address, e);
      case NoRouteToHostException e -> ExchangeErrors.connectFailed(address, e);
      case UnknownHostException e -> ExchangeErrors.unknownHost(address, e);
      case NoHttpResponseException _ -> ExchangeErrors.closedUnanswered(address);
      case ConnectionClosedException _, TruncatedChunkException _ ->
          ExchangeErrors.closedEarly(address);
      case ClientProtocolException e ->
          ExchangeErrors.malformed(address, String.valueOf(e.getMessage()));
      case MalformedChunkCodingException e ->
          ExchangeErrors.malformed(address, String.valueOf(e.getMessage()));
      case RuntimeException e -> throw e;
      default -> ExchangeErrors.broken(address, failure);
    };
  }

  /**
   * An interrupt of a virtual thread closes its socket and leaves the flag, which is cleared here.
   */
  private static boolean wasInterrupted(Exception failure) {
    return Thread.currentThread().isVirtual()
        && canBeOfAnInterrupt(failure)
        && Thread.interrupted();
  }

  private static boolean canBeOfAnInterrupt(Exception failure) {
    return switch (failure) {
      case ConnectException _, SocketTimeoutException _ -> false;
      case SocketException _, InterruptedIOException _ -> true;
      default -> false;
    };
  }
}
