package dev.heddle.http;

import dev.heddle.plan.Request;
import dev.heddle.plan.Response;
import dev.heddle.task.CancelHook;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lean HTTP/1.1 over blocking sockets, with a keep-alive pool. A connection that the server has
 * closed meanwhile is replaced once, for GET and HEAD, if no byte of the answer came.
 *
 * <p>A virtual thread is also cancelled by interrupt. A platform thread in a read is not (the JDK
 * offers no way): there the caller passes a hook.
 */
public final class SocketClient implements BlockingClient {

  private final ExchangePolicy policy;
  private final WireRequests requests = new WireRequests();
  private final ConcurrentHashMap<Address, SocketPool> pools = new ConcurrentHashMap<>();
  private final Set<SocketConnection> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger inFlight = new AtomicInteger();
  private final DeadlineWatch deadlines;
  private volatile boolean closed;

  /**
   * A client without connections yet. It has one daemon thread, which keeps the response timeout.
   */
  public SocketClient(ExchangePolicy policy) {
    ExchangeClasses.load();
    this.policy = policy;
    this.deadlines = new DeadlineWatch(open, policy.responseTimeout().toNanos());
  }

  @Override
  public Response exchange(Request request, CancelHook cancel)
      throws IOException, InterruptedException {
    WireRequest wire = requests.of(request);
    SocketPool pool = pool(wire.address());
    inFlight.incrementAndGet();
    try {
      pool.acquire();
      try {
        return ExchangeErrors.accepted(request, carry(pool, wire, cancel), policy);
      } finally {
        pool.release();
      }
    } finally {
      inFlight.decrementAndGet();
    }
  }

  @Override
  public int inFlight() {
    return inFlight.get();
  }

  @Override
  public void close() {
    closed = true;
    deadlines.stop();
    pools.values().forEach(SocketPool::close);
    open.forEach(SocketConnection::close);
    open.clear();
  }

  private SocketPool pool(Address address) throws IOException {
    SocketPool known = pools.get(address);
    SocketPool pool =
        known == null
            ? pools.computeIfAbsent(address, key -> new SocketPool(key, policy, open))
            : known;
    if (closed) {
      pool.close();
      throw ExchangeErrors.clientClosed();
    }
    return pool;
  }

  private static Response carry(SocketPool pool, WireRequest wire, CancelHook cancel)
      throws IOException, InterruptedException {
    SocketConnection connection = pool.take();
    boolean mayBeStale = connection.isConnected() && wire.isRepeatable();
    try {
      return carry(connection, pool, wire, cancel);
    } catch (IOException e) {
      if (mayBeStale && connection.endedUnanswered() && !pool.isClosed()) {
        return carry(pool.create(), pool, wire, cancel);
      }
      throw e;
    }
  }

  private static Response carry(
      SocketConnection connection, SocketPool pool, WireRequest wire, CancelHook cancel)
      throws IOException, InterruptedException {
    boolean reusable = false;
    try {
      cancel.onCancel(connection);
      Response response = exchange(connection, pool, wire, cancel);
      reusable = connection.isReusable();
      return response;
    } finally {
      if (reusable) {
        pool.giveBack(connection);
      } else {
        pool.discard(connection);
      }
    }
  }

  private static Response exchange(
      SocketConnection connection, SocketPool pool, WireRequest wire, CancelHook cancel)
      throws IOException, InterruptedException {
    Response response;
    try {
      response = connection.exchange(wire);
    } catch (IOException e) {
      throw failure(e, pool, wire, cancel);
    } catch (RuntimeException | Error e) {
      cancel.clear();
      throw e;
    }
    if (!cancel.clear()) {
      throw ExchangeErrors.interrupted(wire.request());
    }
    return response;
  }

  private static IOException failure(
      IOException failure, SocketPool pool, WireRequest wire, CancelHook cancel)
      throws InterruptedException {
    if (!cancel.clear() || wasInterrupted(failure)) {
      throw ExchangeErrors.interrupted(wire.request());
    }
    if (pool.isClosed()) {
      return ExchangeErrors.clientClosed();
    }
    return isBroken(failure) ? ExchangeErrors.broken(wire.address(), failure) : failure;
  }

  private static boolean isBroken(IOException failure) {
    return failure instanceof SocketException && !(failure instanceof ConnectException);
  }

  /**
   * An interrupt of a virtual thread closes its socket and leaves the flag, which is cleared here.
   */
  private static boolean wasInterrupted(IOException failure) {
    return isBroken(failure) && Thread.currentThread().isVirtual() && Thread.interrupted();
  }
}
