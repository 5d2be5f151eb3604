package dev.heddle.http;

import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;

/** One event loop's connections to one address, and the exchanges that wait for one, in order. */
final class NettyPool {

  private final NettyLoop loop;
  private final Address address;
  private final ConnectionBudget budget;
  private final ArrayDeque<NettyConnection> idle = new ArrayDeque<>();
  private final LinkedHashSet<NettyExchange> waiting = new LinkedHashSet<>();
  private int open;
  private volatile int openCount;
  private volatile int idleCount;
  private volatile int waitingCount;

  NettyPool(NettyLoop loop, Address address, ConnectionBudget budget) {
    this.loop = loop;
    this.address = address;
    this.budget = budget;
    budget.join(this);
  }

  int openCount() {
    return openCount;
  }

  int idleCount() {
    return idleCount;
  }

  int waitingCount() {
    return waitingCount;
  }

  /** Sends the exchange over the connection used last, over a new one, or lets it wait. */
  void start(NettyExchange exchange) {
    NettyConnection connection = idle.pollLast();
    if (connection != null) {
      idleCount = idle.size();
      connection.carry(exchange);
    } else if (waiting.isEmpty() && budget.tryTake()) {
      connect(exchange);
    } else {
      await(exchange);
    }
  }

  private void await(NettyExchange exchange) {
    waiting.add(exchange);
    waitingCount = waiting.size();
    budget.requestIdle(this);
    // What was released just before the count was raised has told nobody.
    serve();
  }

  /** Drops an exchange that waits. */
  void forget(NettyExchange exchange) {
    waiting.remove(exchange);
    waitingCount = waiting.size();
  }

  /** Takes back a connection whose exchange is over. */
  void giveBack(NettyConnection connection) {
    if (!waiting.isEmpty() && !budget.isPoorerWaiting(this, open)) {
      connection.carry(pollWaiting());
      return;
    }
    idle.addLast(connection);
    idleCount = idle.size();
    if (budget.isAnyWaiting(this)) {
      surrender();
    }
  }

  /** A connection has closed. */
  void closed(NettyConnection connection) {
    if (idle.remove(connection)) {
      idleCount = idle.size();
    }
    open--;
    openCount = open;
    budget.release();
  }

  /** Opens a connection in place of a stale one, whose right it inherits. */
  void reconnect(NettyExchange exchange) {
    open--;
    connect(exchange);
  }

  void serveSoon() {
    loop.runLater(this::serveOrPassOn);
  }

  void surrenderSoon() {
    loop.runLater(this::surrenderIfAwaited);
  }

  void failWaiting() {
    List<NettyExchange> abandoned = List.copyOf(waiting);
    waiting.clear();
    waitingCount = 0;
    abandoned.forEach(exchange -> exchange.fail(ExchangeErrors.clientClosed()));
  }

  /** Who was to be served may have been cancelled meanwhile: then it is another loop's turn. */
  private void serveOrPassOn() {
    serve();
    if (waiting.isEmpty()) {
      budget.tellPoorest();
    }
  }

  private void serve() {
    while (!waiting.isEmpty() && budget.tryTake()) {
      connect(pollWaiting());
    }
  }

  private void surrenderIfAwaited() {
    if (budget.isAnyWaiting(this)) {
      surrender();
    }
  }

  private void surrender() {
    NettyConnection oldest = idle.pollFirst();
    if (oldest != null) {
      idleCount = idle.size();
      oldest.close();
    }
  }

  private NettyExchange pollWaiting() {
    NettyExchange first = waiting.removeFirst();
    waitingCount = waiting.size();
    return first;
  }

  private void connect(NettyExchange exchange) {
    open++;
    openCount = open;
    loop.connect(this, address, exchange);
  }
}
