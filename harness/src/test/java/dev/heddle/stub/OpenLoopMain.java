package dev.heddle.stub;

import io.netty.util.internal.logging.InternalLoggerFactory;
import io.netty.util.internal.logging.JdkLoggerFactory;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Sends requests to a running stub at the times that a rate prescribes, whatever the stub does, and
 * prints as JSON what became of each. Not a benchmark of the suite: {@code scripts/stub-bench} runs
 * it to measure the stub.
 *
 * <p>Exit codes: 0 measured, 1 the stub's statistics could not be had, 64 wrong usage.
 */
@Command(
    name = "open-loop",
    description = "Loads a stub at a rate, and prints as JSON what became of the requests.",
    exitCodeOnInvalidInput = StubMain.USAGE)
final class OpenLoopMain implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--address", required = true, paramLabel = "http://HOST:PORT")
  private URI address = URI.create("");

  @Option(names = "--rate", required = true, description = "arrivals a second")
  private double rate;

  @Option(names = "--seconds", required = true, description = "how long requests arrive")
  private double seconds;

  @Option(
      names = "--warm-up",
      description =
          "seconds before, uncounted, in which the rate rises; resets the stub's statistics after")
  private double warmUp;

  @Option(names = "--connections", description = "open at once at most; default 64")
  private int connections = 64;

  @Option(
      names = "--target",
      required = true,
      paramLabel = "[WEIGHT:]PATH",
      description = "where requests go, drawn by weight; may be repeated")
  private List<String> targets = List.of();

  @Option(names = "--seed", description = "of the draws; default 1")
  private long seed = 1;

  @Option(names = "--keyed", description = "give each request a key of its own: key=N")
  private boolean keyed;

  @Option(
      names = "--timeout",
      description = "seconds from sending a request to giving it up; default 10")
  private double timeout = 10;

  public static void main(String[] args) {
    InternalLoggerFactory.setDefaultFactory(JdkLoggerFactory.INSTANCE);
    System.exit(new CommandLine(new OpenLoopMain()).execute(args));
  }

  @Override
  public Integer call() throws InterruptedException, ExecutionException {
    PrintWriter err = spec.commandLine().getErr();
    try (LoadClient client = open()) {
      LoadOptions.requireRange("seconds", seconds, 0.001, 86_400);
      LoadOptions.requireRange("warm-up", warmUp, 0, 3600);
      if (warmUp > 0) {
        client.warmUp(warmUp);
        resetOnceQuiet(new StubControl(address));
      }
      spec.commandLine().getOut().println(client.load(seconds).toPrettyString());
      return 0;
    } catch (IllegalArgumentException e) {
      err.println("open-loop: " + e.getMessage());
      return StubMain.USAGE;
    } catch (IOException | UncheckedIOException e) {
      err.println("open-loop: " + e.getMessage());
      return 1;
    }
  }

  private LoadClient open() {
    var options = new LoadOptions(address, rate, connections, timeout, keyed);
    String host = "%s:%d".formatted(options.host(), options.port());
    List<LoadTarget> parsed =
        targets.stream().map(target -> LoadTarget.parse(target, host)).toList();
    return LoadClient.open(options, new LoadTargets(parsed, seed));
  }

  /** Requests that the client has given up are in flight to the stub until it notices. */
  private static void resetOnceQuiet(StubControl control) throws IOException {
    Predicate<StubStats> quiet = stats -> stats.inFlight() == 0;
    StubStats seen = Eventually.see(() -> ask(control), quiet);
    if (!quiet.test(seen)) {
      throw new IOException(
          "the stub still has %d requests in flight after a warm-up whose requests have all ended"
              .formatted(seen.inFlight()));
    }
    StubStats _ = control.resetStats();
  }

  private static StubStats ask(StubControl control) {
    try {
      return control.stats();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
