package dev.heddle.http;

import dev.heddle.plan.Request;
import dev.heddle.task.CancelHook;
import java.util.concurrent.ThreadFactory;
import java.util.function.Function;

/** Every way an exchange is carried and cancelled: the contract is the same for all. */
enum Side {
  SOCKET_ON_PLATFORM_THREADS(
      policy -> hooked(Transport.SOCKET.openBlocking(policy), Thread.ofPlatform().factory())),
  SOCKET_ON_VIRTUAL_THREADS(
      policy -> hooked(Transport.SOCKET.openBlocking(policy), Thread.ofVirtual().factory())),
  SOCKET_INTERRUPTED(
      policy -> interrupted(Transport.SOCKET.openBlocking(policy), Thread.ofVirtual().factory())),
  APACHE_ON_PLATFORM_THREADS(
      policy -> hooked(Transport.APACHE.openBlocking(policy), Thread.ofPlatform().factory())),
  APACHE_ON_VIRTUAL_THREADS(
      policy -> hooked(Transport.APACHE.openBlocking(policy), Thread.ofVirtual().factory())),
  APACHE_INTERRUPTED(
      policy -> interrupted(Transport.APACHE.openBlocking(policy), Thread.ofVirtual().factory())),
  NETTY(policy -> async(NettyClient.onOwnLoops(2, policy))),
  NETTY_ON_ONE_LOOP(policy -> async(NettyClient.onOwnLoops(1, policy))),
  NETTY_BLOCKING_ON_ONE_LOOP(policy -> hooked(onOneLoop(policy), Thread.ofPlatform().factory())),
  NETTY_INTERRUPTED_ON_ONE_LOOP(
      policy -> interrupted(onOneLoop(policy), Thread.ofVirtual().factory())),
  JDK(policy -> async(Transport.JDK.openAsync(policy))),
  JDK_BLOCKING(policy -> hooked(Transport.JDK.openBlocking(policy), Thread.ofPlatform().factory())),
  JDK_INTERRUPTED(
      policy -> interrupted(Transport.JDK.openBlocking(policy), Thread.ofPlatform().factory()));

  @SuppressWarnings("ImmutableEnumChecker")
  private final Function<ExchangePolicy, Carrier> opener;

  Side(Function<ExchangePolicy, Carrier> opener) {
    this.opener = opener;
  }

  Carrier open(ExchangePolicy policy) {
    return opener.apply(policy);
  }

  private static BlockingClient onOneLoop(ExchangePolicy policy) {
    return new BlockingOverAsync(NettyClient.onOwnLoops(1, policy));
  }

  private static Carrier async(AsyncClient client) {
    return new Carrier(client::inFlight, client::close) {
      @Override
      Exchange begin(Request request) {
        var exchange = new Exchange();
        AsyncClient.InFlight inFlight = client.send(request, exchange);
        exchange.cancelledBy(inFlight::cancel);
        return exchange;
      }
    };
  }

  private static Carrier hooked(BlockingClient client, ThreadFactory threads) {
    return new Carrier(client::inFlight, client::close) {
      @Override
      Exchange begin(Request request) {
        var exchange = new Exchange();
        var hook = new ThreadHook();
        Thread thread = threads.newThread(() -> exchange.block(client, request, hook));
        exchange.cancelledBy(() -> hook.cancel(thread));
        exchange.blocks(thread);
        thread.start();
        return exchange;
      }
    };
  }

  private static Carrier interrupted(BlockingClient client, ThreadFactory threads) {
    return new Carrier(client::inFlight, client::close) {
      @Override
      Exchange begin(Request request) {
        var exchange = new Exchange();
        Thread thread = threads.newThread(() -> exchange.block(client, request, CancelHook.none()));
        exchange.cancelledBy(thread::interrupt);
        exchange.blocks(thread);
        thread.start();
        return exchange;
      }
    };
  }
}
