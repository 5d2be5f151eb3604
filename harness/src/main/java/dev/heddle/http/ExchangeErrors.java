package dev.heddle.http;

import dev.heddle.plan.Request;
import dev.heddle.plan.Response;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.concurrent.CancellationException;

/** How exchanges fail, in the same words whatever carries them. */
final class ExchangeErrors {

  private ExchangeErrors() {}

  /** The response, if its status is the one the policy expects. */
  static Response accepted(Request request, Response response, ExchangePolicy policy)
      throws UnexpectedStatusException {
    int expected = policy.expectedStatus();
    if (expected != 0 && response.status() != expected) {
      throw new UnexpectedStatusException(request.target(), response.status(), expected);
    }
    return response;
  }

  static IOException clientClosed() {
    return new IOException("The HTTP client is closed; open another one for further exchanges");
  }

  static UnknownHostException unknownHost(Address address, Throwable cause) {
    var failure = new UnknownHostException("The host of %s is unknown".formatted(address));
    failure.initCause(cause);
    return failure;
  }

  static ConnectException connectFailed(Address address, Throwable cause) {
    var failure =
        new ConnectException(
            "No connection to %s: %s; check that a server listens there"
                .formatted(address, cause.getMessage()));
    failure.initCause(cause);
    return failure;
  }

  static SocketTimeoutException connectTimedOut(Address address, ExchangePolicy policy) {
    return new SocketTimeoutException(
        "No connection to %s within the connect timeout of %s"
            .formatted(address, policy.connectTimeout()));
  }

  static SocketTimeoutException responseTimedOut(Address address, ExchangePolicy policy) {
    return new SocketTimeoutException(
        "No whole response from %s within the response timeout of %s"
            .formatted(address, policy.responseTimeout()));
  }

  static ProtocolException malformed(Address address, String what) {
    return new ProtocolException(
        "%s sent what is no HTTP/1.1 response: %s".formatted(address, what));
  }

  static EOFException closedUnanswered(Address address) {
    return new EOFException("%s closed the connection without an answer".formatted(address));
  }

  static EOFException closedEarly(Address address) {
    return new EOFException(
        "%s closed the connection in the middle of a response".formatted(address));
  }

  static IOException broken(Address address, Throwable cause) {
    return new IOException(
        "The connection to %s broke: %s".formatted(address, cause.getMessage()), cause);
  }

  static CancellationException cancelled(Request request) {
    return new CancellationException(
        "%s %s was cancelled".formatted(request.method(), request.target()));
  }

  static InterruptedException interrupted(Request request) {
    return new InterruptedException(
        "%s %s was cancelled".formatted(request.method(), request.target()));
  }
}
