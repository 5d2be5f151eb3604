package dev.heddle.reports.command;

import dev.heddle.reports.html.HtmlTrend;
import dev.heddle.reports.read.Run;
import dev.heddle.reports.read.UnreadableInputException;
import dev.heddle.reports.trend.DatedRun;
import dev.heddle.reports.trend.Trend;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Draws many runs over time. */
@Command(
    name = "trend",
    description = "Writes one HTML page of many runs over time.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the page is written",
      "3:no input can be used, or the page cannot be written",
      "64:the command line is wrong"
    })
final class TrendCommand implements Callable<Integer> {

  @Parameters(
      arity = "1..*",
      paramLabel = "DIR|FILE",
      description = {
        "Result folders, zips of them, or files, in any order: the time is run.started of",
        "environment.json, or else that of the file."
      })
  private List<Path> inputs = List.of();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "The page to write (default: trend.html).")
  private Path out = Path.of("trend.html");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    List<DatedRun> runs = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (Path input : inputs) {
      try {
        runs.add(DatedRun.of(Run.read(input)));
      } catch (UnreadableInputException unusable) {
        problems.add(String.valueOf(unusable.getMessage()));
      }
    }
    warn(problems);
    if (runs.isEmpty()) {
      return Reports.UNUSABLE;
    }
    Trend trend = Trend.of(runs);
    WholeFile.write(out.toAbsolutePath(), writer -> HtmlTrend.write(trend, problems, writer));
    print(trend);
    return 0;
  }

  private void warn(List<String> problems) {
    PrintWriter terminal = spec.commandLine().getErr();
    problems.forEach(problem -> terminal.println("reports: left out " + problem));
    terminal.flush();
  }

  private void print(Trend trend) {
    PrintWriter terminal = spec.commandLine().getOut();
    terminal.println(
        "%d runs, %d cells, %d changes of environment"
            .formatted(trend.runs().size(), trend.cells().size(), trend.changes().size()));
    terminal.println("Trend: " + out.toAbsolutePath());
    terminal.flush();
  }
}
