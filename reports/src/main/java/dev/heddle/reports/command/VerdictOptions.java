package dev.heddle.reports.command;

import dev.heddle.reports.compare.Rules;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options by which a comparison judges. */
final class VerdictOptions {

  @Option(
      names = "--delta",
      paramLabel = "SHARE",
      converter = Percent.class,
      description = "The smallest effect that matters (default: 3%%).")
  private double delta = Rules.STANDARD.delta();

  @Option(
      names = "--alpha",
      paramLabel = "SHARE",
      converter = Percent.class,
      description = "How often a cell without a difference may be called different (default: 1%%).")
  private double alpha = Rules.STANDARD.alpha();

  @Option(names = "--allow-environment", description = "Compare in spite of unequal environments.")
  private boolean allowEnvironment;

  @Option(
      names = "--metric",
      paramLabel = "NAME",
      description = "A further metric of the files, such as gc.alloc.rate.norm; repeatable.")
  private List<String> metrics = List.of();

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  /** What was asked for; without a noise floor, which runs bring along. */
  Rules rules() {
    try {
      return new Rules(
          alpha,
          delta,
          OptionalDouble.empty(),
          Optional.empty(),
          allowEnvironment);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  List<String> metrics() {
    return metrics;
  }
}
