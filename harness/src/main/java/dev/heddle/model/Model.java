package dev.heddle.model;

import dev.heddle.http.BlockingClient;
import dev.heddle.http.NettyClient;
import dev.heddle.http.NettyIo;
import dev.heddle.http.Transport;
import io.netty.channel.EventLoopGroup;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** The execution models. A new one is one file and one line here. */
public enum Model {
  /** A platform thread for each task and child, from a cached pool. */
  PLATFORM_THREADS(
      "platform-threads",
      Transport.SOCKET,
      options ->
          new ThreadPerTask(
              new PlatformThreads(options.parallelism()), blocking(options), options.failures())),
  /** A virtual thread for each task and child. */
  VIRTUAL_THREADS(
      "virtual-threads",
      Transport.SOCKET,
      options -> new ThreadPerTask(new VirtualThreads(), blocking(options), options.failures())),
  /** Chains of {@code CompletableFuture} stages on a small pool. */
  COMPLETABLE_FUTURE(
      "completable-future",
      Transport.NETTY,
      options ->
          new CompletableFutures(
              options.parallelism(),
              transport(options).openAsync(options.policy()),
              options.failures())),
  /** Subtasks of JDK 25's {@code StructuredTaskScope}, a preview API. */
  STRUCTURED_SCOPE(
      "structured-scope",
      Transport.SOCKET,
      options -> {
        PreviewApi.require();
        return new StructuredScopes(blocking(options), options.failures());
      }),
  /** Listeners on the promises of Netty's event loops. */
  NETTY_EVENT_LOOP("netty-event-loop", Transport.NETTY, Model::nettyEventLoop);

  private final String commandLineName;
  private final Transport defaultTransport;

  @SuppressWarnings("ImmutableEnumChecker") // The factories capture nothing.
  private final Function<ModelOptions, ExecutionModel> factory;

  Model(
      String commandLineName,
      Transport defaultTransport,
      Function<ModelOptions, ExecutionModel> factory) {
    this.commandLineName = commandLineName;
    this.defaultTransport = defaultTransport;
    this.factory = factory;
  }

  /** The name on command lines and in reports. */
  public String commandLineName() {
    return commandLineName;
  }

  /** What carries this model's exchanges unless the options say otherwise. */
  public Transport defaultTransport() {
    return defaultTransport;
  }

  /**
   * Opens the model, with threads and connections of its own.
   *
   * @throws IllegalArgumentException if the transport blocks and the model must not
   * @throws IllegalStateException if the model needs {@code --enable-preview} and the JVM runs
   *     without it
   */
  public ExecutionModel open(ModelOptions options) {
    return factory.apply(
        options.transport().isPresent() ? options : options.withTransport(defaultTransport));
  }

  private static Transport transport(ModelOptions options) {
    return options.transport().orElseThrow();
  }

  private static BlockingClient blocking(ModelOptions options) {
    return transport(options).openBlocking(options.policy());
  }

  private static ExecutionModel nettyEventLoop(ModelOptions options) {
    EventLoopGroup loops =
        NettyIo.newGroup(StepThreads.sizeOrCores(options.parallelism()), StepThreads.loops());
    try {
      return new NettyEventLoop(
          loops,
          transport(options) == Transport.NETTY
              ? NettyClient.on(loops, options.policy())
              : transport(options).openAsync(options.policy()),
          options.failures());
    } catch (IllegalArgumentException refused) {
      var unused = loops.shutdownGracefully(0, 1, TimeUnit.SECONDS);
      throw refused;
    }
  }
}
