package dev.heddle.idiom;

import dev.heddle.http.ExchangePolicy;
import dev.heddle.http.NettyClient;
import dev.heddle.http.NettyIo;
import dev.heddle.http.Transport;
import io.netty.channel.EventLoopGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;

/** The hand-written forms, under the names of the execution models whose primitives they use. */
public enum Idiom {
  PLATFORM_THREADS((how, policy) -> new PlatformThreadsByHand(how.openBlocking(policy))),
  VIRTUAL_THREADS((how, policy) -> new VirtualThreadsByHand(how.openBlocking(policy))),
  COMPLETABLE_FUTURE((how, policy) -> new CompletableFutureByHand(how.openAsync(policy))),
  STRUCTURED_SCOPE((how, policy) -> new StructuredScopeByHand(how.openBlocking(policy))),
  NETTY_EVENT_LOOP(Idiom::nettyEventLoop);

  @SuppressWarnings("ImmutableEnumChecker") // The factories capture nothing.
  private final BiFunction<Transport, ExchangePolicy, ByHand<?>> byHand;

  Idiom(BiFunction<Transport, ExchangePolicy, ByHand<?>> byHand) {
    this.byHand = byHand;
  }

  /**
   * Opens the patterns by hand, with threads and connections of their own.
   *
   * @throws IllegalArgumentException if the transport blocks and the form must not
   */
  public ByHand<?> open(Transport transport, ExchangePolicy policy) {
    return byHand.apply(transport, policy);
  }

  /**
   * What the contract gives and the hand-written form does not, a sentence each, by the name of the
   * pattern. Every pattern is there, in a fixed order; where people have no form of one, its
   * sentence says so. An empty list means that nothing is missing.
   */
  public Map<String, List<String>> gaps() {
    return Gaps.of(this);
  }

  private static ByHand<?> nettyEventLoop(Transport transport, ExchangePolicy policy) {
    EventLoopGroup loops =
        NettyIo.newGroup(
            Runtime.getRuntime().availableProcessors(),
            new DefaultThreadFactory("heddle-idiom", true));
    try {
      return new NettyEventLoopByHand(
          loops,
          transport == Transport.NETTY
              ? NettyClient.on(loops, policy)
              : transport.openAsync(policy));
    } catch (IllegalArgumentException refused) {
      var unused = loops.shutdownGracefully(0, 1, TimeUnit.SECONDS);
      throw refused;
    }
  }
}
