package dev.heddle.http;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A body for {@code java.net.http}, read into memory up to the policy's limit.
 *
 * <p>The JDK gives the connection to the next exchange as soon as the last byte has been taken in
 * here, and a cancellation would close it even after that. So the exchange is asked before whether
 * it may still end well.
 */
final class LimitedBody implements BodySubscriber<byte[]> {

  private final BodyBuffer buffer;
  private final long length;
  private final BooleanSupplier mayEnd;
  private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
  private @Nullable Subscription subscription;

  /**
   * A body of which nothing has come yet.
   *
   * @param length how many bytes will come, or -1 if nobody knows
   * @param mayEnd asked when the last byte has come; false if the exchange has been cancelled
   */
  LimitedBody(Address address, int limit, long length, BooleanSupplier mayEnd) {
    this.buffer = new BodyBuffer(address, limit);
    this.length = length;
    this.mayEnd = mayEnd;
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return whole;
  }

  @Override
  public void onSubscribe(Subscription given) {
    subscription = given;
    requireMayEnd();
    given.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> pieces) {
    if (whole.isDone()) {
      return;
    }
    try {
      for (ByteBuffer piece : pieces) {
        byte[] bytes = new byte[piece.remaining()];
        piece.get(bytes);
        buffer.append(bytes, 0, bytes.length);
      }
    } catch (IOException e) {
      if (subscription != null) {
        subscription.cancel();
      }
      whole.completeExceptionally(e);
      return;
    }
    requireMayEnd();
  }

  /** Makes the JDK close the connection of an exchange that was cancelled just before its end. */
  private void requireMayEnd() {
    if (buffer.length() == length && !mayEnd.getAsBoolean()) {
      throw new CancellationException("cancelled before the end of the answer");
    }
  }

  @Override
  public void onError(Throwable cause) {
    whole.completeExceptionally(cause);
  }

  @Override
  public void onComplete() {
    if (mayEnd.getAsBoolean()) {
      whole.complete(buffer.take());
    } else {
      whole.completeExceptionally(new CancellationException("cancelled at the end of the answer"));
    }
  }
}
