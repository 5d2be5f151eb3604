package dev.heddle.http;

import dev.heddle.plan.Request;
import dev.heddle.plan.Response;
import dev.heddle.task.CancelHook;
import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Any asynchronous client for blocking callers, so that one transport can be held constant over all
 * models. The calling thread parks until the exchange has ended; an interrupt and the hook both
 * cancel it.
 */
public final class BlockingOverAsync implements BlockingClient {

  private final AsyncClient client;

  /** Blocks over {@code client} and closes it when this is closed. */
  public BlockingOverAsync(AsyncClient client) {
    this.client = client;
  }

  @Override
  public Response exchange(Request request, CancelHook cancel)
      throws IOException, InterruptedException {
    var waiter = new Waiter(Thread.currentThread());
    cancel.onCancel(waiter);
    boolean interrupted;
    try {
      waiter.sent(client.send(request, waiter));
      interrupted = waiter.await();
    } catch (RuntimeException | Error e) {
      cancel.clear();
      throw e;
    }
    boolean cancelled = !cancel.clear();
    if (interrupted || cancelled) {
      throw ExchangeErrors.interrupted(request);
    }
    return waiter.get(request);
  }

  @Override
  public int inFlight() {
    return client.inFlight();
  }

  @Override
  public void close() {
    client.close();
  }

  /** The thread that waits for one exchange; as a Runnable, the action that cancels it. */
  private static final class Waiter implements AsyncClient.Listener, Runnable {

    private final Thread thread;
    private volatile @Nullable Response response;
    private volatile @Nullable Throwable failure;
    private AsyncClient.@Nullable InFlight exchange;
    private boolean cancelled;

    Waiter(Thread thread) {
      this.thread = thread;
    }

    /** Whoever cancels may be faster than the call that sends. */
    void sent(AsyncClient.InFlight sent) {
      boolean cancelledBefore;
      synchronized (this) {
        exchange = sent;
        cancelledBefore = cancelled;
      }
      if (cancelledBefore) {
        sent.cancel();
      }
    }

    @Override
    public void run() {
      AsyncClient.InFlight sent;
      synchronized (this) {
        cancelled = true;
        sent = exchange;
      }
      if (sent != null) {
        sent.cancel();
      }
    }

    /**
     * Parks until the exchange has ended, and cancels it on an interrupt, of which this then tells.
     */
    boolean await() {
      boolean interrupted = false;
      while (response == null && failure == null) {
        LockSupport.park(this);
        if (Thread.interrupted()) {
          interrupted = true;
          run();
        }
      }
      return interrupted;
    }

    @Override
    public void succeeded(Response whole) {
      response = whole;
      LockSupport.unpark(thread);
    }

    @Override
    public void failed(Throwable cause) {
      failure = cause;
      LockSupport.unpark(thread);
    }

    Response get(Request request) throws IOException, InterruptedException {
      if (response != null) {
        return response;
      }
      switch (failure) {
        case CancellationException e -> throw ExchangeErrors.interrupted(request);
        case IOException e -> throw e;
        case RuntimeException e -> throw e;
        case Error e -> throw e;
        case null, default ->
            throw new IllegalStateException(
                "An exchange failed with what no client throws", failure);
      }
    }
  }
}
