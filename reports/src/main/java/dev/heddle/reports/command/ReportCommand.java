package dev.heddle.reports.command;

import dev.heddle.reports.html.ChartFiles;
import dev.heddle.reports.html.HtmlReport;
import dev.heddle.reports.read.Run;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
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
        "or a folder with results.json and, if recorded, environment.json,",
        "capabilities.json and load."
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

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    List<Run> runs = new ArrayList<>();
    for (Path input : inputs) {
      runs.add(Run.read(input));
    }
    Path page = out.orElseGet(this::besideFirstInput).toAbsolutePath();
    WholeFile.write(page, writer -> HtmlReport.write(runs, writer));
    if (charts.isPresent()) {
      writeCharts(runs, charts.get().toAbsolutePath());
    }
    print(runs, page);
    warn(runs);
    return 0;
  }

  private static void writeCharts(List<Run> runs, Path folder) throws IOException {
    for (Map.Entry<String, String> chart : ChartFiles.of(runs).entrySet()) {
      WholeFile.write(folder.resolve(chart.getKey()), writer -> append(writer, chart.getValue()));
    }
  }

  private static void append(Writer writer, String text) {
    try {
      writer.write(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What could be left out of the page was, and is named. */
  private void warn(List<Run> runs) {
    PrintWriter terminal = spec.commandLine().getErr();
    runs.stream()
        .flatMap(run -> run.problems().stream())
        .forEach(problem -> terminal.println("reports: left out " + problem));
    terminal.flush();
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
