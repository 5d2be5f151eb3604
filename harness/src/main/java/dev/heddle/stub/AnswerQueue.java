package dev.heddle.stub;

import io.netty.channel.Channel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/**
 * One connection's requests in the order they came, answered in that order. Delays run side by
 * side: each starts when its request is read. Used on the connection's event loop only.
 */
final class AnswerQueue {

  private static final int MAX_WAITING = 1024;

  private final Channel channel;
  private final Counters counters;
  private final AnswerWriter writer;
  private final Runnable onRoom;
  private final Deque<Exchange> waiting = new ArrayDeque<>();

  /**
   * A queue for one connection.
   *
   * @param onRoom called when a timer made room for further requests
   */
  AnswerQueue(Channel channel, Counters counters, Runnable onRoom) {
    this.channel = channel;
    this.counters = counters;
    this.writer = new AnswerWriter(channel, counters);
    this.onRoom = onRoom;
  }

  /**
   * Whether another request should be read now; false holds back a client that sends faster than it
   * reads.
   */
  boolean hasRoom() {
    return waiting.size() < MAX_WAITING && channel.isWritable();
  }

  void add(Prepared request) {
    if (request.counted()) {
      counters.requestReceived();
    }
    if (request.delayNanos() == 0 && waiting.isEmpty()) {
      writer.write(request);
      return;
    }
    Exchange exchange = new Exchange(request, System.nanoTime());
    waiting.add(exchange);
    if (!exchange.isReady()) {
      startTimer(exchange);
    }
  }

  void flush() {
    writer.flush();
  }

  /** The connection is gone: what was not answered was aborted. */
  void abandon() {
    for (Exchange exchange : waiting) {
      exchange.cancelTimer();
      if (exchange.request().counted()) {
        counters.requestAborted();
      }
    }
    waiting.clear();
    writer.discard();
  }

  private void startTimer(Exchange exchange) {
    exchange.timedBy(
        channel
            .eventLoop()
            .schedule(
                () -> timeCame(exchange),
                Math.max(1, exchange.remainingNanos()),
                TimeUnit.NANOSECONDS));
  }

  private void timeCame(Exchange exchange) {
    if (exchange.remainingNanos() > 0) {
      startTimer(exchange);
      return;
    }
    exchange.becomeReady();
    while (!waiting.isEmpty() && waiting.getFirst().isReady()) {
      writer.write(waiting.removeFirst().request());
    }
    writer.flush();
    onRoom.run();
  }
}
