package dev.heddle.benchmarks;

import dev.heddle.load.Objective;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that ask for the highest rate which keeps an objective. */
final class MaxSearchChoice {

  @Option(
      names = "--find-max",
      description =
          "Search for the highest rate that keeps --slo, from --rate on: double, bisect, confirm.")
  private boolean wanted;

  @Option(
      names = "--slo",
      paramLabel = "OBJECTIVE",
      description =
          "What a rate must keep: limits on percentiles of the response time and on errors, such as"
              + " p99=50ms,errors=0.1%%.")
  private @Nullable String objective;

  @Option(
      names = "--precision",
      paramLabel = "SHARE",
      description = "By which share the next higher rate may differ in the end; default 0.1.")
  private double precision = 0.1;

  boolean isWanted() {
    return wanted;
  }

  /**
   * The search that they ask for.
   *
   * @throws IllegalArgumentException if the objective is missing or malformed, or a search
   *     impossible
   */
  MaxSearch search(LoadSelection selection) {
    selection.requireOneScenario();
    Objective slo =
        Objective.parse(
            Optional.ofNullable(objective)
                .orElseThrow(
                    () ->
                        new IllegalArgumentException(
                            "--find-max needs an objective: --slo p99=50ms,errors=0.1%")));
    return new MaxSearch(slo, precision, selection.firstRate(), selection.models());
  }
}
