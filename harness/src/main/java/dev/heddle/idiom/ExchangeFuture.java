package dev.heddle.idiom;

import dev.heddle.http.AsyncClient;
import dev.heddle.plan.Request;
import dev.heddle.plan.Response;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The response to come; as with the JDK's own HTTP client, cancelling it ends the exchange. */
final class ExchangeFuture extends CompletableFuture<Object> implements AsyncClient.Listener {

  /** Null only until the request is sent: nobody else has the future before. */
  private AsyncClient.@Nullable InFlight exchange;

  private ExchangeFuture() {}

  static CompletableFuture<Object> send(Request request, AsyncClient client) {
    ExchangeFuture future = new ExchangeFuture();
    future.exchange = client.send(request, future);
    return future;
  }

  @Override
  public void succeeded(Response response) {
    complete(response);
  }

  @Override
  public void failed(Throwable cause) {
    completeExceptionally(cause);
  }

  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    boolean cancelled = super.cancel(mayInterruptIfRunning);
    if (exchange != null) {
      exchange.cancel();
    }
    return cancelled;
  }
}
