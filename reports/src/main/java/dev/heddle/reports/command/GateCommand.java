package dev.heddle.reports.command;

import dev.heddle.reports.compare.KnownNoise;
import dev.heddle.reports.compare.Rules;
import dev.heddle.reports.compare.RunComparison;
import dev.heddle.reports.gate.Decision;
import dev.heddle.reports.gate.Gate;
import dev.heddle.reports.gate.GateJson;
import dev.heddle.reports.gate.GateMarkdown;
import dev.heddle.reports.gate.GateRules;
import dev.heddle.reports.gate.GateText;
import dev.heddle.reports.gate.GateXml;
import dev.heddle.reports.gate.GatedCell;
import dev.heddle.reports.read.Run;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Decides whether a candidate may pass, by its exit code. */
@Command(
    name = "gate",
    description = "Decides by its exit code whether a candidate is too much slower than its base.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:passed: every cell's interval ends before the limit",
      "1:regression: a cell is SLOWER, all cells considered, by more than the limit",
      "2:inconclusive: no regression found, and one beyond the limit not excluded",
      "3:invalid: nothing to compare, other environments, results or files that cannot be used",
      "64:the command line is wrong"
    })
final class GateCommand implements Callable<Integer> {

  private static final String JSON = "gate.json";
  private static final String XML = "gate.xml";
  private static final String MARKDOWN = "gate.md";

  private static final int MOST_LINES = 20;

  @Parameters(
      index = "0",
      paramLabel = "BASE",
      description = "A result folder, a zip of one, or a file.")
  private Path base = Path.of("");

  @Parameters(index = "1", paramLabel = "CANDIDATE", description = "Another one.")
  private Path candidate = Path.of("");

  @Option(
      names = "--max-regression",
      required = true,
      paramLabel = "SHARE",
      converter = Percent.class,
      description = "By how much a cell may be worse, such as 5%%.")
  private double maxRegression;

  @Option(
      names = "--strict",
      description = "Only a cell whose whole interval lies beyond the limit is a regression.")
  private boolean strict;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where gate.json, gate.xml and gate.md are written (default: gate).")
  private Path out = Path.of("gate");

  @Mixin private VerdictOptions verdicts = new VerdictOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    GateRules limit = checked(() -> new GateRules(maxRegression, strict));
    Rules rules = verdicts.rules();
    removeOld();
    List<Run> runs = List.of(Run.read(base), Run.read(candidate));
    verdicts.requireMetrics(runs);
    Gate gate =
        Gate.of(
            RunComparison.of(
                runs.getFirst(),
                runs.getLast(),
                verdicts.metrics(),
                KnownNoise.applied(rules, runs)),
            limit);
    WholeFile.write(file(JSON), writer -> GateJson.write(gate, writer));
    WholeFile.write(file(XML), writer -> GateXml.write(gate, writer));
    WholeFile.write(file(MARKDOWN), writer -> GateMarkdown.write(gate, writer));
    print(gate);
    return gate.decision().exitCode();
  }

  /** A value that is of the right kind and out of range is a wrong command line as well. */
  private <T> T checked(Supplier<T> made) {
    try {
      return made.get();
    } catch (IllegalArgumentException range) {
      throw new ParameterException(spec.commandLine(), String.valueOf(range.getMessage()), range);
    }
  }

  /** If this gate cannot decide, the files of an earlier one must not be taken for its own. */
  private void removeOld() throws IOException {
    for (String name : List.of(JSON, XML, MARKDOWN)) {
      Files.deleteIfExists(file(name));
    }
  }

  private Path file(String name) {
    return out.resolve(name).toAbsolutePath();
  }

  private void print(Gate gate) {
    PrintWriter terminal = spec.commandLine().getOut();
    terminal.println("Gate " + GateText.headline(gate));
    List<GatedCell> deciding = gate.decision() == Decision.PASSED ? List.of() : gate.deciding();
    deciding.stream().limit(MOST_LINES).forEach(cell -> terminal.println(line(cell, gate)));
    if (deciding.size() > MOST_LINES) {
      terminal.println("  and %d more".formatted(deciding.size() - MOST_LINES));
    }
    GateText.missing(gate).ifPresent(missing -> terminal.println("Warning: " + missing));
    terminal.println("Gate files: " + out.toAbsolutePath());
    terminal.flush();
  }

  private static String line(GatedCell cell, Gate gate) {
    return "  %s: %s, %s; %s"
        .formatted(
            cell.comparison().label(),
            cell.verdict(),
            GateText.worse(cell),
            GateText.reason(cell, gate.rules()));
  }
}
