package dev.heddle.benchmarks;

import dev.heddle.benchmarks.pattern.Neighbour;
import dev.heddle.benchmarks.pattern.Work;
import dev.heddle.load.ArrivalKind;
import dev.heddle.load.LoadPattern;
import dev.heddle.load.Pacing;
import dev.heddle.model.Model;
import dev.heddle.stub.StubMain;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The benchmarks' command line. */
@Command(
    name = "heddle",
    mixinStandardHelpOptions = true,
    versionProvider = HeddleVersion.class,
    subcommands = {
      RunCommand.class,
      LoadCommand.class,
      CalibrateCommand.class,
      EvidenceCommand.class,
      CheckCommand.class,
      ListCommand.class,
      StubMain.class
    },
    description = "Compares JVM execution models on asyncio's operations, with evidence.",
    exitCodeOnInvalidInput = ExitCode.USAGE,
    exitCodeOnExecutionException = ExitCode.IMPOSSIBLE)
public final class Heddle implements Runnable {

  @Spec private CommandSpec spec;

  private Heddle() {}

  /** Runs a command and exits with its code. */
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Heddle())
        .setParameterExceptionHandler(new UsageErrors())
        .registerConverter(MeasuredPattern.class, new ConstantNames<>(MeasuredPattern.class))
        .registerConverter(ArrivalKind.class, new ConstantNames<>(ArrivalKind.class))
        .registerConverter(LoadPattern.class, new ConstantNames<>(LoadPattern.class))
        .registerConverter(Pacing.class, new ConstantNames<>(Pacing.class))
        .registerConverter(Model.class, new ConstantNames<>(Model.class))
        .registerConverter(Tier.class, new ConstantNames<>(Tier.class))
        .registerConverter(TransportChoice.class, new ConstantNames<>(TransportChoice.class))
        .registerConverter(Neighbour.class, new ConstantNames<>(Neighbour.class))
        .registerConverter(Reference.class, new ConstantNames<>(Reference.class))
        .registerConverter(Work.class, new ConstantNames<>(Work.class));
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "No command given; available: run, load, calibrate, evidence, check, list, stub");
  }
}
