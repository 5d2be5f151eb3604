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
  private static final long MAX_WAITING_BYTES = 4L << 20;

  private final Channel channel;
  private final Books books;
  private final AnswerWriter writer;
  private final Runnable onRoom;
  private final Deque<Exchange> waiting = new ArrayDeque<>();
  private long waitingBytes;
  private boolean dripping;
  private boolean broken;

  /**
   * A queue for one connection.
   *
   * @param onRoom called when a timer made room for further requests
   */
  AnswerQueue(Channel channel, Books books, Runnable onRoom) {
    this.channel = channel;
    this.books = books;
    this.writer = new AnswerWriter(channel, books);
    this.onRoom = onRoom;
  }

  /**
   * Whether another request should be read now; false holds back a client that sends faster than it
   * reads.
   */
  boolean hasRoom() {
    return waiting.size() < MAX_WAITING && waitingBytes < MAX_WAITING_BYTES && channel.isWritable();
  }

  /** Whether anything is still to be answered. */
  boolean isBusy() {
    return !waiting.isEmpty() || !channel.isWritable();
  }

  /** Whether a fault has ended the connection; nothing more is read from it. */
  boolean isBroken() {
    return broken;
  }

  /**
   * Takes a request.
   *
   * @param key the number that it brought, or {@link Numbers#NONE}
   */
  void add(Prepared request, long key, long nowNanos) {
    long number = request.number(key);
    Turn turn = request.turns().of(number);
    long delay = turn.delay().nanos(number);
    if (delay == 0 && waiting.isEmpty() && turn.ending() instanceof Ending.Whole whole) {
      writer.write(request, whole.answer(), nowNanos);
      return;
    }
    await(request, turn.ending(), number, nowNanos, delay);
  }

  void flush() {
    writer.flush();
  }

  /** The connection is gone: what was not answered was aborted, or faulted if it was to be. */
  void abandon() {
    long now = System.nanoTime();
    for (Exchange exchange : waiting) {
      exchange.cancelTimer();
      if (exchange.isStalled()) {
        faulted(exchange);
      } else {
        books.requestAborted(exchange.request().tally(), exchange.elapsedNanos(now));
      }
    }
    waiting.clear();
    writer.discard();
  }

  private void await(Prepared request, Ending ending, long number, long nowNanos, long delayNanos) {
    long sincePrevious = books.requestReceived(request.tally(), nowNanos);
    Exchange exchange = new Exchange(request, ending, number, nowNanos, delayNanos, sincePrevious);
    waiting.add(exchange);
    waitingBytes += exchange.ownBytes();
    if (delayNanos > 0) {
      startTimer(exchange);
    } else {
      answerReady();
    }
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
    books.delayed(exchange.delayNanos(), exchange.elapsedNanos(System.nanoTime()));
    exchange.becomeReady();
    goOn();
  }

  private void goOn() {
    answerReady();
    writer.flush();
    onRoom.run();
  }

  private void answerReady() {
    while (!dripping && !waiting.isEmpty() && waiting.getFirst().isReady()) {
      answer(waiting.getFirst());
    }
  }

  private void answer(Exchange exchange) {
    switch (exchange.ending()) {
      case Ending.Whole whole -> answerWhole(exchange, whole.answer());
      case Ending.Made made -> answerWhole(exchange, made.answer().get());
      case Ending.Spoiled spoiled -> breakOff(exchange, spoiled);
      case Ending.Dripped dripped -> drip(exchange, dripped);
    }
  }

  private void answerWhole(Exchange exchange, Answer answer) {
    removeFirst();
    writer.write(exchange, answer);
  }

  private void breakOff(Exchange exchange, Ending.Spoiled spoiled) {
    broken = true;
    writer.flush();
    waiting.forEach(
        lost -> {
          lost.cancelTimer();
          faulted(lost);
        });
    waiting.clear();
    new Breakage(channel).inflict(spoiled, exchange.number());
  }

  private void drip(Exchange exchange, Ending.Dripped dripped) {
    dripping = true;
    writer.flush();
    new Drip(channel, dripped, () -> dripped(exchange, dripped.answer())).start();
  }

  private void dripped(Exchange exchange, Answer answer) {
    dripping = false;
    removeFirst();
    writer.sent(exchange.request(), answer);
    goOn();
  }

  private void removeFirst() {
    waitingBytes -= waiting.removeFirst().ownBytes();
  }

  private void faulted(Exchange exchange) {
    books.requestFaulted(exchange.request().tally());
  }
}
