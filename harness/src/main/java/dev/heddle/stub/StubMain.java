package dev.heddle.stub;

import io.netty.util.internal.logging.InternalLoggerFactory;
import io.netty.util.internal.logging.JdkLoggerFactory;
import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * The {@code stub} command: runs a stub until it is told to stop. Prints one line on standard
 * output once it answers ({@code heddle stub listening on http://127.0.0.1:40123}), and nothing
 * else there.
 *
 * <p>Exit codes: 0 stopped from within, 1 could not listen or warm up, 64 wrong usage; 143 and 130
 * are the JVM's own after SIGTERM and SIGINT.
 */
@Command(
    name = "stub",
    description = "Runs the stub server until it is stopped.",
    exitCodeOnInvalidInput = StubMain.USAGE)
public final class StubMain implements Callable<Integer> {

  static final String READY = "heddle stub listening on ";
  static final int USAGE = 64;

  private static final BigDecimal MOST_SECONDS = BigDecimal.valueOf(1_000_000);

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "show this help and exit")
  @SuppressWarnings("UnusedVariable") // read by picocli
  private boolean help;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "port to listen on, 0 for a free one; default 0")
  private int port = StubOptions.DEFAULT.port();

  @Option(
      names = "--bind",
      paramLabel = "ADDRESS",
      description = "address to listen on; default 127.0.0.1")
  private String bind = StubOptions.DEFAULT.bind();

  @Option(names = "--threads", paramLabel = "N", description = "event loops; default 1")
  private int threads = StubOptions.DEFAULT.threads();

  @Option(
      names = "--transport",
      paramLabel = "NAME",
      description = "epoll, io_uring or nio; default epoll where there is one, else nio")
  private String transport = StubOptions.DEFAULT.transport().commandLineName();

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "seed of what is drawn where a request brings none; default 1")
  private long seed = StubOptions.DEFAULT.seed();

  @Option(
      names = "--empirical",
      paramLabel = "FILE",
      description =
          "latencies for /latency/empirical: an HdrHistogram log (.hlog, nanoseconds) or one"
              + " number of seconds a line (.csv, .txt); may be repeated")
  private List<Path> empirical = List.of();

  @Option(
      names = "--max-connections",
      paramLabel = "N",
      description =
          "connections open at once, one more gets 503; default what the file descriptors allow,"
              + " at most 65536")
  private int connections = StubLimits.DEFAULT.connections();

  @Option(
      names = "--idle-timeout",
      paramLabel = "SECONDS",
      description = "closes a connection that says nothing for so long; default 120")
  private BigDecimal idle = BigDecimal.valueOf(StubLimits.DEFAULT.idle().toSeconds());

  @Option(
      names = "--request-timeout",
      paramLabel = "SECONDS",
      description =
          "answers a request that has not arrived so long after its first byte with 408;"
              + " default 10")
  private BigDecimal request = BigDecimal.valueOf(StubLimits.DEFAULT.request().toSeconds());

  @Option(
      names = "--warm",
      description = "warm up until the rate is flat, some seconds, before saying that it listens")
  private boolean warm;

  @Option(
      names = "--parent",
      hidden = true,
      description = "end with this process, or when standard input ends")
  private Optional<Long> parent = Optional.empty();

  /** For picocli. */
  public StubMain() {}

  /** Runs the stub in this process. */
  public static void main(String[] args) {
    InternalLoggerFactory.setDefaultFactory(JdkLoggerFactory.INSTANCE);
    System.exit(new CommandLine(new StubMain()).execute(args));
  }

  @Override
  public Integer call() throws InterruptedException {
    parent.ifPresent(ParentWatch::haltWith);
    PrintWriter err = spec.commandLine().getErr();
    try {
      return serve(options(), err);
    } catch (IllegalArgumentException e) {
      err.println("heddle stub: " + e.getMessage());
      return USAGE;
    } catch (IOException e) {
      err.println("heddle stub: " + e.getMessage());
      return 1;
    }
  }

  private int serve(StubOptions options, PrintWriter err) throws IOException, InterruptedException {
    try (StubServer server = StubServer.start(options)) {
      Runtime.getRuntime().addShutdownHook(new Thread(server::close, "heddle-stub-close"));
      if (!server.isLoopback()) {
        err.println("warning: the stub can be reached from other machines at " + server.address());
      }
      if (warm) {
        WarmUp.run(server, options.limits());
      }
      announce(server);
      server.awaitClose();
      return 0;
    }
  }

  StubOptions options() {
    StubLimits limits =
        new StubLimits(
            connections, seconds("idle-timeout", idle), seconds("request-timeout", request));
    return new StubOptions(bind, port, threads, transport(), warm, seed, limits, empirical);
  }

  private StubTransport transport() {
    return StubTransport.named(transport)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "transport is '%s'; allowed: epoll, io_uring, nio".formatted(transport)));
  }

  private static Duration seconds(String name, BigDecimal seconds) {
    if (seconds.abs().compareTo(MOST_SECONDS) > 0) {
      throw new IllegalArgumentException(
          "%s is %s s; allowed: 0.001 to 86400 s".formatted(name, seconds));
    }
    return Duration.ofNanos(seconds.movePointRight(9).longValue());
  }

  private void announce(StubServer server) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(READY + server.address());
    out.flush();
  }
}
