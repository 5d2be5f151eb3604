package dev.heddle.reports.command;

import dev.heddle.reports.compare.Rules;
import dev.heddle.reports.html.ShellCommand;
import dev.heddle.reports.read.Run;
import dev.heddle.reports.stats.Level;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** By what a command judges: the same options wherever verdicts are given. */
final class VerdictOptions {

  private static final int DIGITS = 10;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--delta",
      paramLabel = "PERCENT",
      converter = Percent.class,
      description = "The smallest effect that matters (default: 3%%).")
  private double delta = Level.SMALLEST_EFFECT;

  @Option(
      names = "--alpha",
      paramLabel = "PERCENT",
      converter = Percent.class,
      description = {
        "How often a cell without any difference may be called different",
        "(default: 1%%)."
      })
  private double alpha = 1 - Level.CONFIDENCE;

  @Option(
      names = "--metric",
      paramLabel = "NAME",
      description = {
        "Also compares this metric beside scores and p99; may be repeated.",
        "Its name is that in the result file, such as gc.alloc.rate.norm."
      })
  private List<String> metrics = List.of();

  @Option(
      names = "--allow-environment",
      description = "Gives verdicts even where the environments differ.")
  private boolean allowEnvironment;

  /**
   * The rules, without what a comparison finds out itself: noise floor and looks.
   *
   * @throws ParameterException if a value is not allowed; its message is for the user
   */
  Rules rules() {
    try {
      return new Rules(alpha, delta, OptionalDouble.empty(), Optional.empty(), allowEnvironment);
    } catch (IllegalArgumentException notAllowed) {
      throw new ParameterException(spec.commandLine(), String.valueOf(notAllowed.getMessage()));
    }
  }

  /** Adds the options that say the same again to a command's words. */
  void addTo(ShellCommand words) {
    words.add("--delta", percent(delta)).add("--alpha", percent(alpha));
    metrics.forEach(metric -> words.add("--metric", metric));
    if (allowEnvironment) {
      words.add("--allow-environment");
    }
  }

  /** As a user would type it: {@code 1 - 0.99} is 1 %, not 1.0000000000000009. */
  private static String percent(double share) {
    return BigDecimal.valueOf(100 * share)
            .round(new MathContext(DIGITS))
            .stripTrailingZeros()
            .toPlainString()
        + "%";
  }

  /**
   * Refuses a metric that no run has.
   *
   * @throws ParameterException whose message names those that there are
   */
  void requireMetrics(List<Run> runs) {
    Set<String> known = new TreeSet<>();
    runs.forEach(run -> run.comparable().forEach(cell -> known.addAll(cell.secondary().keySet())));
    for (String metric : metrics) {
      if (!known.contains(metric)) {
        throw new ParameterException(
            spec.commandLine(),
            "--metric is '%s', which no input has; allowed: %s"
                .formatted(metric, known.isEmpty() ? "none, they have scores only" : known));
      }
    }
  }

  /** Names of the metrics to compare beside scores and p99. */
  List<String> metrics() {
    return List.copyOf(metrics);
  }
}
