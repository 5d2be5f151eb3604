package dev.heddle.benchmarks;

import dev.heddle.benchmarks.run.RunPlan;
import dev.heddle.benchmarks.run.Stub;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which stub the forks talk to. */
final class StubChoice {

  @Option(
      names = "--stub",
      paramLabel = "URL",
      description = "A stub that runs already, such as http://127.0.0.1:8080; nobody else uses it.")
  private @Nullable URI url;

  /**
   * The stub of a run: the one that runs already, or one of its own that is warm when this returns.
   *
   * @throws IOException if it does not answer or does not start
   */
  Stub open(RunPlan plan) throws IOException {
    if (plan.cells().stream().noneMatch(Axes::fetches)) {
      return NoStub.INSTANCE;
    }
    Optional<URI> running = Optional.ofNullable(url);
    return running.isPresent() ? RunningStub.at(running.get()) : OwnStub.start();
  }
}
