package dev.heddle.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.plan.Request;
import dev.heddle.plan.Response;
import dev.heddle.task.CancelHook;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** An exchange under way, over a client of either kind. */
final class Exchange implements AsyncClient.Listener {

  private static final int PROMPTLY_SECONDS = 20;

  private final CompletableFuture<Response> outcome = new CompletableFuture<>();
  private final AtomicInteger told = new AtomicInteger();
  private Runnable cancellation = () -> {};
  private @Nullable Thread blocked;
  private Runnable whenTold = () -> {};

  void cancelledBy(Runnable action) {
    cancellation = action;
  }

  void blocks(Thread thread) {
    blocked = thread;
  }

  void cancel() {
    cancellation.run();
  }

  /** Runs {@code action} when the exchange ends, on the thread that tells. */
  void whenTold(Runnable action) {
    whenTold = action;
  }

  void block(BlockingClient client, Request request, CancelHook hook) {
    try {
      succeeded(client.exchange(request, hook));
    } catch (InterruptedException e) {
      failed(
          Thread.currentThread().isInterrupted()
              ? new AssertionError("the interrupt was delivered twice", e)
              : new CancellationException(e.getMessage()));
    } catch (Throwable e) {
      failed(e);
    }
  }

  @Override
  public void succeeded(Response response) {
    told.incrementAndGet();
    whenTold.run();
    outcome.complete(response);
  }

  @Override
  public void failed(Throwable cause) {
    told.incrementAndGet();
    whenTold.run();
    outcome.completeExceptionally(cause);
  }

  /** Waits until the thread of the exchange, if it has one, is parked. */
  void awaitParked() {
    Thread thread = blocked;
    if (thread != null) {
      Await.until(() -> thread.getState() == Thread.State.WAITING);
    }
  }

  /**
   * Whether this ended in the answer {@code text}, or cancelled: never in somebody else's answer.
   */
  boolean endedWith(String text) throws Exception {
    try {
      return text().equals(text);
    } catch (CancellationException e) {
      return true;
    }
  }

  Response response() throws Exception {
    return outcome.get(PROMPTLY_SECONDS, TimeUnit.SECONDS);
  }

  String text() throws Exception {
    return response().text();
  }

  /** What the exchange failed with; told once. */
  Throwable failure() throws Exception {
    try {
      Response response = outcome.get(PROMPTLY_SECONDS, TimeUnit.SECONDS);
      throw new AssertionError("expected a failure, got " + response);
    } catch (ExecutionException e) {
      assertThat(told).hasValue(1);
      return Objects.requireNonNull(e.getCause());
    } catch (CancellationException e) {
      assertThat(told).hasValue(1);
      return e;
    }
  }
}
