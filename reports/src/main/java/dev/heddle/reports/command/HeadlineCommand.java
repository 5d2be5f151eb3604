package dev.heddle.reports.command;

import dev.heddle.reports.headline.HeadlineMarkdown;
import dev.heddle.reports.headline.HeadlineTable;
import dev.heddle.reports.headline.Selection;
import dev.heddle.reports.read.Run;
import dev.heddle.reports.read.UnreadableInputException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sums up runs in one table. */
@Command(
    name = "headline",
    description = "Sums up runs in one Markdown table: who is ahead in which workload.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the table is printed, or written",
      "3:an input cannot be used, or the file has no place for the table",
      "64:the command line is wrong"
    })
final class HeadlineCommand implements Callable<Integer> {

  @Parameters(
      arity = "1..*",
      paramLabel = "DIR|FILE",
      description = "Result folders, zips of them, JMH's JSON results, or HdrHistogram logs.")
  private List<Path> inputs = List.of();

  @Option(
      names = "--where",
      paramLabel = "NAME=VALUE",
      description = {
        "Only benchmarks with this value of a parameter, such as tier=contract;",
        "may be given several times. Loads and searches are not concerned."
      })
  private Map<String, String> where = Map.of();

  @Option(
      names = "--into",
      paramLabel = "FILE",
      description = {
        "Writes the table into this file, in place of what stands between the lines",
        "<!-- headline --> and <!-- /headline -->."
      })
  private Optional<Path> into = Optional.empty();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    List<Run> runs = new ArrayList<>();
    for (Path input : inputs) {
      runs.add(Run.read(input));
    }
    Selection selection = new Selection(where);
    selection.problem(runs).ifPresent(this::refuse);
    HeadlineTable table = HeadlineTable.of(runs, selection);
    if (table.rows().isEmpty()) {
      throw new UnreadableInputException(
          inputs.getFirst(), "has nothing to sum up", "runs with two contestants or more");
    }
    List<String> lines = HeadlineMarkdown.lines(table);
    if (into.isPresent()) {
      MarkedBlock.replace(into.get().toAbsolutePath(), "headline", lines);
    } else {
      print(lines);
    }
    Problem.leftOut(runs, spec.commandLine().getErr());
    return 0;
  }

  private void refuse(String problem) {
    throw new ParameterException(spec.commandLine(), "--where: " + problem);
  }

  private void print(List<String> lines) {
    PrintWriter terminal = spec.commandLine().getOut();
    lines.forEach(terminal::println);
    terminal.flush();
  }
}
