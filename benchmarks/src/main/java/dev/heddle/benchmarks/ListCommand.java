package dev.heddle.benchmarks;

import dev.heddle.benchmarks.pattern.Work;
import dev.heddle.benchmarks.reference.AsyncioContestant;
import dev.heddle.benchmarks.run.TimeText;
import dev.heddle.capability.Capabilities;
import dev.heddle.load.scenario.ScenarioSource;
import dev.heddle.model.Model;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists what can be run. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    versionProvider = HeddleVersion.class,
    description =
        "Lists patterns, models, transports, works, references, matrices and scenarios, or what the"
            + " models give.",
    exitCodeOnInvalidInput = ExitCode.USAGE)
final class ListCommand implements Runnable {

  @Option(
      names = "--semantics",
      description = {
        "What each model gives of asyncio's operations by itself, what had to be added,",
        "and what hand-written forms leave out."
      })
  private boolean semantics;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    if (semantics) {
      SemanticsText.lines(Capabilities.load()).forEach(out::println);
    } else {
      listWhatCanBeRun(out);
    }
    out.flush();
  }

  private static void listWhatCanBeRun(PrintWriter out) {
    out.println("Patterns:    " + ConstantNames.list(List.of(MeasuredPattern.values())));
    out.println("Models:      " + ConstantNames.list(List.of(Model.values())));
    out.println("Tiers:       " + ConstantNames.list(List.of(Tier.values())));
    out.println("Transports:  " + ConstantNames.list(List.of(TransportChoice.values())));
    out.println("Works:       " + ConstantNames.list(List.of(Work.values())));
    out.println("References:  " + ConstantNames.list(List.of(Reference.values())));
    out.println("  clients    " + AsyncioContestant.available());
    out.println("Matrices:");
    for (Matrix matrix : Matrix.values()) {
      out.printf(
          "  --%-10s %3d cells x %2d rounds, about %s%n",
          ConstantNames.of(matrix),
          matrix.cells().size(),
          matrix.rounds(),
          TimeText.of(matrix.expected()));
    }
    out.println("Scenarios:");
    for (String name : ScenarioSource.SHIPPED) {
      out.printf(
          "  %-12s %s%n", name, ScenarioSource.shipped(name).read().description().orElse(""));
    }
  }
}
