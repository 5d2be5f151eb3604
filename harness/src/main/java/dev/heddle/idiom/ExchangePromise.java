package dev.heddle.idiom;

import dev.heddle.http.AsyncClient;
import dev.heddle.plan.Request;
import dev.heddle.plan.Response;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.DefaultPromise;
import io.netty.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** The response to come; cancelling it ends the exchange. */
final class ExchangePromise extends DefaultPromise<Object> implements AsyncClient.Listener {

  /** Null only until the request is sent: nobody else has the promise before. */
  private AsyncClient.@Nullable InFlight exchange;

  private ExchangePromise(EventLoop loop) {
    super(loop);
  }

  static Future<Object> send(Request request, AsyncClient client, EventLoop loop) {
    ExchangePromise promise = new ExchangePromise(loop);
    promise.exchange = client.send(request, promise);
    return promise;
  }

  @Override
  public void succeeded(Response response) {
    trySuccess(response);
  }

  @Override
  public void failed(Throwable cause) {
    tryFailure(cause);
  }

  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    boolean cancelled = super.cancel(mayInterruptIfRunning);
    if (cancelled && exchange != null) {
      exchange.cancel();
    }
    return cancelled;
  }
}
