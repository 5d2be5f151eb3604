package dev.heddle.reports.command;

import dev.heddle.reports.html.ChartFiles;
import dev.heddle.reports.html.HtmlReport;
import dev.heddle.reports.read.Run;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads result files, writes one HTML page, and prints its numbers in short. */
@Command(
    name = "report",
    description = "Writes one self-contained HTML page from JMH results.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class ReportCommand implements Callable<Integer> {

  @Parameters(
      arity = "1..*",
      paramLabel = "DIR|FILE",
      description = {
        "JMH's JSON results (-rf json) of any project,",
        "an HdrHistogram log (.hlog) of any tool, in nanoseconds,",
        "or a folder with results.json and, if recorded, environment.json,",
        "capabilities.json and load; also packed as a zip file."
      })
  private List<Path> inputs = List.of();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "The page to write (default: report.html beside the first input).")
  private Optional<Path> out = Optional.empty();

  @Option(
      names = "--charts",
      paramLabel = "DIR",
      description = "Also writes each chart as an SVG file of its own into this folder.")
  private Optional<Path> charts = Optional.empty();

  @Option(
      names = "--summary",
      paramLabel = "FILE",
      description = {
        "Also writes the answers as Markdown, for the summary of a CI job",
        "(default for a folder without --out: summary.md in it)."
      })
  private Optional<Path> summary = Optional.empty();

  @Option(
      names = "--csv",
      paramLabel = "FILE",
      description = {
        "Also writes every number as CSV",
        "(default for a folder without --out: results.csv in it)."
      })
  private Optional<Path> csv = Optional.empty();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    List<Run> runs = new ArrayList<>();
    for (Path input : inputs) {
      runs.add(Run.read(input));
    }
    Path page = out.orElseGet(this::besideFirstInput).toAbsolutePath();
    WholeFile.write(page, writer -> HtmlReport.write(runs, writer));
    writeBeside(summary, "summary.md", writer -> Summary.write(runs, writer));
    writeBeside(csv, "results.csv", writer -> ResultsCsv.write(runs, writer));
    if (charts.isPresent()) {
      writeCharts(runs, charts.get().toAbsolutePath());
    }
    print(runs, page);
    Problem.leftOut(runs, spec.commandLine().getErr());
    return 0;
  }

  /** Where it was asked for, or else in the folder of the run; not among somebody else's files. */
  private void writeBeside(Optional<Path> asked, String name, Consumer<Writer> content)
      throws IOException {
    Optional<Path> target = asked.or(() -> ownFolder().map(folder -> folder.resolve(name)));
    if (target.isPresent()) {
      WholeFile.write(target.get().toAbsolutePath(), content);
    }
  }

  private Optional<Path> ownFolder() {
    return out.isEmpty()
        ? Optional.of(inputs.getFirst()).filter(Files::isDirectory)
        : Optional.empty();
  }

  private static void writeCharts(List<Run> runs, Path folder) throws IOException {
    for (Map.Entry<String, String> chart : ChartFiles.of(runs).entrySet()) {
      WholeFile.write(folder.resolve(chart.getKey()), chart.getValue());
    }
  }

  private void print(List<Run> runs, Path page) {
    PrintWriter terminal = spec.commandLine().getOut();
    runs.forEach(run -> ShortTable.of(run).forEach(terminal::println));
    terminal.println("Report: " + page);
    terminal.flush();
  }

  private Path besideFirstInput() {
    Path first = inputs.getFirst();
    return Files.isDirectory(first)
        ? first.resolve("report.html")
        : first.resolveSibling("report.html");
  }
}
