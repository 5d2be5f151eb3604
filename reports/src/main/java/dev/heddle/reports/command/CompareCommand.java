package dev.heddle.reports.command;

import dev.heddle.reports.compare.KnownNoise;
import dev.heddle.reports.compare.Rules;
import dev.heddle.reports.compare.RunComparison;
import dev.heddle.reports.read.Run;
import dev.heddle.reports.read.UnreadableInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sets two runs, or the contestants of one, against each other. */
@Command(
    name = "compare",
    description = "Says of each cell whether a candidate is faster or slower than its base.",
    customSynopsis = {
      "reports compare [OPTIONS] BASE CANDIDATE",
      "       reports compare --by PARAM [--base VALUE] [OPTIONS] RESULTS"
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class CompareCommand implements Callable<Integer> {

  @Parameters(
      arity = "1..2",
      paramLabel = "RUN",
      description = {
        "BASE and CANDIDATE, each JMH's JSON results, a folder with results.json, or a zip of one;",
        "with --by one of these."
      })
  private List<Path> inputs = List.of();

  @Option(
      names = "--by",
      paramLabel = "PARAM",
      description = "Compares the values of this parameter in one run, such as model.")
  private Optional<String> by = Optional.empty();

  @Option(
      names = "--base",
      paramLabel = "VALUE",
      description = "With --by: the value the others are held against (default: the first one).")
  private Optional<String> reference = Optional.empty();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "The page to write (default: compare.html beside the last input).")
  private Optional<Path> out = Optional.empty();

  @Option(
      names = "--summary",
      paramLabel = "FILE",
      description = "Also writes the verdicts as Markdown, for the summary of a CI job.")
  private Optional<Path> summary = Optional.empty();

  @Mixin private VerdictOptions options = new VerdictOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    requireInputs();
    Rules asked = options.rules();
    List<Run> runs = new ArrayList<>();
    for (Path input : inputs) {
      runs.add(Run.read(input));
    }
    options.requireMetrics(runs);
    RunComparison comparison = compared(runs, KnownNoise.applied(asked, runs));
    if (comparison.cells().isEmpty()) {
      throw nothingInCommon();
    }
    Path page = out.orElseGet(this::besideLastInput).toAbsolutePath();
    ComparisonFiles.write(comparison, page, summary, spec.commandLine().getOut());
    Problem.leftOut(runs, spec.commandLine().getErr());
    return 0;
  }

  private RunComparison compared(List<Run> runs, Rules rules) {
    return by.map(
            param ->
                RunComparison.within(runs.getFirst(), param, reference, options.metrics(), rules))
        .orElseGet(
            () -> RunComparison.of(runs.getFirst(), runs.getLast(), options.metrics(), rules));
  }

  private void requireInputs() {
    int due = by.isPresent() ? 1 : 2;
    if (inputs.size() != due) {
      throw new ParameterException(
          spec.commandLine(),
          by.isPresent()
              ? "2 runs with --by; allowed: one, or two without --by"
              : "1 run; allowed: two, BASE and CANDIDATE, or one with --by PARAM");
    }
    if (reference.isPresent() && by.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          "--base '%s' without --by; allowed: with --by PARAM only".formatted(reference.get()));
    }
  }

  private UnreadableInputException nothingInCommon() {
    Path last = inputs.getLast();
    return by.map(
            param ->
                new UnreadableInputException(
                    last,
                    "has nothing to compare by '%s'%s"
                        .formatted(
                            param,
                            reference.map(value -> " with '%s'".formatted(value)).orElse("")),
                    "cells that differ in that parameter, the base among them"))
        .orElseGet(
            () ->
                new UnreadableInputException(
                    last,
                    "has no cell in common with " + inputs.getFirst(),
                    "the same benchmarks with the same parameters"));
  }

  private Path besideLastInput() {
    Path last = inputs.getLast();
    return Files.isDirectory(last)
        ? last.resolve("compare.html")
        : last.resolveSibling("compare.html");
  }
}
