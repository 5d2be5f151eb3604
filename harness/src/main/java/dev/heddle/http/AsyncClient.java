package dev.heddle.http;

import dev.heddle.plan.Request;
import dev.heddle.plan.Response;

/** Carries exchanges without blocking anybody. Any number of threads may use one client. */
public interface AsyncClient extends AutoCloseable {

  /** Told once how an exchange ended, on a thread of the client, which it must not block. */
  interface Listener {

    /** The response has been read whole. */
    void succeeded(Response response);

    /**
     * The exchange failed, with the exceptions of {@link BlockingClient#exchange}; a {@link
     * java.util.concurrent.CancellationException} if it was cancelled, whose connection is closed
     * by then.
     */
    void failed(Throwable cause);
  }

  /** An exchange under way. */
  interface InFlight {

    /**
     * Ends the exchange and closes its connection. The listener is told once, here as always:
     * usually of the cancellation, of the real outcome if that came first.
     */
    void cancel();
  }

  /**
   * Sends a request. A failure to send reaches the listener too, never the caller. The listener may
   * be told before this method returns.
   */
  InFlight send(Request request, Listener listener);

  /** Exchanges that have begun and not ended. */
  int inFlight();

  /** Closes all connections. Exchanges still under way fail. */
  @Override
  void close();
}
