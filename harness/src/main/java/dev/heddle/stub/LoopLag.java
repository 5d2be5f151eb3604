package dev.heddle.stub;

import io.netty.channel.EventLoop;
import java.util.concurrent.TimeUnit;

/**
 * How late one event loop runs what is due: a task every 10 ms, timed from the moment at which it
 * was due. A loop that stood still for longer owes the tasks in between and runs them at once, so
 * that a long halt counts for as many as it delayed.
 */
final class LoopLag {

  private static final long PERIOD_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

  private final EventLoop loop;
  private final Books books;
  private long dueNanos;

  private LoopLag(EventLoop loop, Books books, long firstNanos) {
    this.loop = loop;
    this.books = books;
    this.dueNanos = firstNanos;
  }

  static void watch(EventLoop loop, Books books) {
    loop.execute(() -> new LoopLag(loop, books, System.nanoTime()).waitForNext());
  }

  private void run() {
    books.loopLagged(System.nanoTime() - dueNanos);
    waitForNext();
  }

  /** Not at a fixed rate by the loop itself, whose first moment would not be known exactly. */
  private void waitForNext() {
    dueNanos += PERIOD_NANOS;
    long left = Math.max(0, dueNanos - System.nanoTime());
    var _ = loop.schedule(this::run, left, TimeUnit.NANOSECONDS);
  }
}
