package dev.heddle.http;

import dev.heddle.plan.Response;
import dev.heddle.task.Permits;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One exchange over {@code java.net.http}. As a Runnable it begins, when it has its permit. */
final class JdkExchange implements AsyncClient.InFlight, Permits.Waiter {

  private enum Phase {
    UNDER_WAY,
    /** The answer has come whole, and the connection is or will soon be somebody else's. */
    ANSWERED,
    /** Cancelled or overdue, with the connection still this exchange's. */
    ABANDONED
  }

  private final JdkClient client;
  private final HttpClient http;
  private final Permits permits;
  private final WireRequest wire;
  private final AsyncClient.Listener listener;
  private final AtomicBoolean ended = new AtomicBoolean();
  private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.UNDER_WAY);
  private @Nullable CompletableFuture<HttpResponse<byte[]>> sent;

  JdkExchange(
      JdkClient client,
      HttpClient http,
      Permits permits,
      WireRequest wire,
      AsyncClient.Listener listener) {
    this.client = client;
    this.http = http;
    this.permits = permits;
    this.wire = wire;
    this.listener = listener;
  }

  @Override
  public void granted() {
    CompletableFuture<HttpResponse<byte[]>> future;
    synchronized (this) {
      boolean abandoned = phase.get() == Phase.ABANDONED;
      if (abandoned || client.isClosed()) {
        future =
            CompletableFuture.failedFuture(
                abandoned
                    ? ExchangeErrors.cancelled(wire.request())
                    : ExchangeErrors.clientClosed());
      } else {
        future = begin();
      }
      sent = future;
    }
    var _ = future.whenComplete(this::complete);
  }

  private CompletableFuture<HttpResponse<byte[]>> begin() {
    ExchangePolicy policy = client.policy();
    try {
      HttpRequest request =
          HttpRequest.newBuilder(wire.request().target())
              .method(wire.request().method(), HttpRequest.BodyPublishers.noBody())
              .build();
      CompletableFuture<HttpResponse<byte[]>> future = http.sendAsync(request, this::body);
      watch(future, policy);
      return future;
    } catch (IllegalArgumentException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private LimitedBody body(HttpResponse.ResponseInfo head) {
    return new LimitedBody(
        wire.address(), client.policy().bodyLimit(), bodyLength(head), this::mayBeAnswered);
  }

  private long bodyLength(HttpResponse.ResponseInfo head) {
    if (wire.isHead() || head.statusCode() == 304) {
      return 0;
    }
    byte[] length =
        head.headers().firstValue("content-length").orElse("").getBytes(StandardCharsets.US_ASCII);
    return new Ascii(length, 0, length.length).number(10);
  }

  private boolean mayBeAnswered() {
    return phase.compareAndSet(Phase.UNDER_WAY, Phase.ANSWERED) || phase.get() == Phase.ANSWERED;
  }

  /**
   * Whether the exchange may still be ended by {@code future.cancel}, which closes the connection
   * without asking whose it is by now.
   */
  private boolean abandon() {
    return phase.compareAndSet(Phase.UNDER_WAY, Phase.ABANDONED);
  }

  /**
   * {@code HttpRequest.timeout} ends with the head of the response in JDK 25, the policy's with the
   * body.
   */
  private void watch(CompletableFuture<HttpResponse<byte[]>> future, ExchangePolicy policy) {
    var _ =
        future
            .copy()
            .orTimeout(policy.responseTimeout().toNanos(), TimeUnit.NANOSECONDS)
            .whenComplete(
                (response, failure) -> {
                  if (failure instanceof TimeoutException && abandon()) {
                    end(ExchangeErrors.responseTimedOut(wire.address(), policy));
                    future.cancel(true);
                  }
                });
  }

  @Override
  public void cancel() {
    if (!abandon()) {
      return;
    }
    CompletableFuture<HttpResponse<byte[]>> future;
    synchronized (this) {
      future = sent;
    }
    if (future != null) {
      future.cancel(true);
    } else if (permits.leave(this)) {
      end(ExchangeErrors.cancelled(wire.request()));
    }
  }

  private void complete(@Nullable HttpResponse<byte[]> response, @Nullable Throwable failure) {
    permits.release();
    if (response == null) {
      end(failure == null ? ExchangeErrors.clientClosed() : translated(failure));
      return;
    }
    var whole = new Response(response.statusCode(), response.body());
    try {
      ExchangeErrors.accepted(wire.request(), whole, client.policy());
    } catch (UnexpectedStatusException e) {
      end(e);
      return;
    }
    if (ended.compareAndSet(false, true)) {
      client.ended();
      Telling.succeeded(listener, whole);
    }
  }

  private void end(Throwable cause) {
    if (ended.compareAndSet(false, true)) {
      client.ended();
      Telling.failed(listener, cause);
    }
  }

  private Throwable translated(Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    if (client.isClosed()) {
      return ExchangeErrors.clientClosed();
    }
    return tooLarge(cause).orElseGet(() -> inOurWords(cause));
  }

  private static Optional<Throwable> tooLarge(Throwable failure) {
    return Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
        .filter(BodyTooLargeException.class::isInstance)
        .findFirst();
  }

  private Throwable inOurWords(Throwable cause) {
    return switch (cause) {
      case CancellationException e -> ExchangeErrors.cancelled(wire.request());
      case HttpConnectTimeoutException e ->
          ExchangeErrors.connectTimedOut(wire.address(), client.policy());
      case HttpTimeoutException e ->
          ExchangeErrors.responseTimedOut(wire.address(), client.policy());
      case ConnectException e -> ExchangeErrors.connectFailed(wire.address(), e);
      case IOException e -> ExchangeErrors.broken(wire.address(), e);
      default -> cause;
    };
  }
}
