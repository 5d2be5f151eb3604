package dev.heddle.idiom;

import dev.heddle.http.ExchangePolicy;
import dev.heddle.http.NettyClient;
import dev.heddle.http.NettyIo;
import dev.heddle.http.Transport;
import io.netty.channel.EventLoopGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;

/** The hand-written forms, under the names of the execution models whose primitives they use. */
public enum Idiom {
  PLATFORM_THREADS((how, policy) -> new PlatformThreadsGather(how.openBlocking(policy))),
  VIRTUAL_THREADS((how, policy) -> new VirtualThreadsGather(how.openBlocking(policy))),
  COMPLETABLE_FUTURE((how, policy) -> new CompletableFutureGather(how.openAsync(policy))),
  STRUCTURED_SCOPE((how, policy) -> new StructuredScopeGather(how.openBlocking(policy))),
  NETTY_EVENT_LOOP(Idiom::nettyEventLoop);

  @SuppressWarnings("ImmutableEnumChecker") // The factories capture nothing.
  private final BiFunction<Transport, ExchangePolicy, GatherIdiom> gather;

  Idiom(BiFunction<Transport, ExchangePolicy, GatherIdiom> gather) {
    this.gather = gather;
  }

  /**
   * Opens gather by hand, with threads and connections of its own.
   *
   * @throws IllegalArgumentException if the transport blocks and the form must not
   */
  public GatherIdiom openGather(Transport transport, ExchangePolicy policy) {
    return gather.apply(transport, policy);
  }

  private static GatherIdiom nettyEventLoop(Transport transport, ExchangePolicy policy) {
    EventLoopGroup loops =
        NettyIo.newGroup(
            Runtime.getRuntime().availableProcessors(),
            new DefaultThreadFactory("heddle-idiom", true));
    try {
      return new NettyEventLoopGather(
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
