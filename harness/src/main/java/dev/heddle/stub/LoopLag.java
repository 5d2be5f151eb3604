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

  private final Books books;
  private long dueNanos;

  private LoopLag(Books books, long firstNanos) {
    this.books = books;
    this.dueNanos = firstNanos;
  }

  static void watch(EventLoop loop, Books books) {
    loop.execute(() -> new LoopLag(books, System.nanoTime()).start(loop));
  }

  private void start(EventLoop loop) {
    dueNanos += PERIOD_NANOS;
    var _ = loop.scheduleAtFixedRate(this::run, PERIOD_NANOS, PERIOD_NANOS, TimeUnit.NANOSECONDS);
  }

  private void run() {
    books.loopLagged(System.nanoTime() - dueNanos);
    dueNanos += PERIOD_NANOS;
  }
}
