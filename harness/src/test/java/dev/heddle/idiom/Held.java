package dev.heddle.idiom;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A job that ends when the test says so and tells what has become of it; in every model's form. */
final class Held {

  private final BlockingQueue<Held> arrivals;
  private final CountDownLatch started = new CountDownLatch(1);
  private final CountDownLatch cancelled = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private final CompletableFuture<Object> end = new CompletableFuture<>();
  private final CountDownLatch cleanUp;

  private Held(BlockingQueue<Held> arrivals, int cleanUps) {
    this.arrivals = arrivals;
    this.cleanUp = new CountDownLatch(cleanUps);
  }

  Held() {
    this(new LinkedBlockingQueue<>(), 0);
  }

  /** One that puts itself into a queue when it starts. */
  static Held announcing(BlockingQueue<Held> arrivals) {
    return new Held(arrivals, 0);
  }

  /** One whose clean-up takes until {@link #letCleanUpEnd}, on models where it blocks. */
  static Held withCleanUp() {
    return new Held(new LinkedBlockingQueue<>(), 1);
  }

  Object call() throws Exception {
    start();
    try {
      return end.get();
    } catch (InterruptedException interrupt) {
      cancelled.countDown();
      cleanUp.await();
      throw interrupt;
    } catch (ExecutionException failure) {
      throw (Exception) failure.getCause();
    } finally {
      ended.countDown();
    }
  }

  CompletableFuture<Object> future() {
    start();
    CompletableFuture<Object> future = new CompletableFuture<>();
    var _ = future.whenComplete((value, thrown) -> ended(future.isCancelled()));
    var _ =
        end.whenComplete(
            (value, thrown) -> {
              if (thrown == null) {
                future.complete(value);
              } else {
                future.completeExceptionally(thrown);
              }
            });
    return future;
  }

  Future<Object> promise(EventLoop loop) {
    start();
    Promise<Object> promise = loop.newPromise();
    promise.addListener(done -> ended(done.isCancelled()));
    var _ =
        end.whenComplete(
            (value, thrown) -> {
              if (thrown == null) {
                promise.trySuccess(value);
              } else {
                promise.tryFailure(thrown);
              }
            });
    return promise;
  }

  private void start() {
    started.countDown();
    arrivals.add(this);
  }

  private void ended(boolean byCancellation) {
    if (byCancellation) {
      cancelled.countDown();
    }
    ended.countDown();
  }

  void succeed(Object value) {
    end.complete(value);
  }

  void fail(Exception failure) {
    end.completeExceptionally(failure);
  }

  void letCleanUpEnd() {
    cleanUp.countDown();
  }

  boolean hasStarted() {
    return started.getCount() == 0;
  }

  boolean hasEnded() {
    return ended.getCount() == 0;
  }

  boolean wasCancelled() {
    return cancelled.getCount() == 0;
  }

  void awaitStarted() throws InterruptedException {
    await(started, "started");
  }

  void awaitEnded() throws InterruptedException {
    await(ended, "ended");
  }

  void awaitCancelled() throws InterruptedException {
    await(cancelled, "was cancelled");
  }

  private static void await(CountDownLatch latch, String what) throws InterruptedException {
    assertThat(latch.await(20, TimeUnit.SECONDS)).as("it %s within 20 s", what).isTrue();
  }
}
