package dev.heddle.reports.command;

import dev.heddle.reports.chart.Digits;
import dev.heddle.reports.chart.HumanUnit;
import dev.heddle.reports.html.Answer;
import dev.heddle.reports.html.LoadAnswer;
import dev.heddle.reports.html.LoadContext;
import dev.heddle.reports.html.Markdown;
import dev.heddle.reports.html.Notes;
import dev.heddle.reports.read.Run;
import dev.heddle.reports.stats.ArmResult;
import dev.heddle.reports.stats.CeilingBound;
import dev.heddle.reports.stats.Comparison;
import dev.heddle.reports.stats.Names;
import dev.heddle.reports.stats.Ratio;
import dev.heddle.reports.stats.Reference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The answers of the report, with the scores they rest on, as Markdown (GitHub's) for the summary
 * of a CI job.
 */
final class Summary {

  private static final String NONE = "–";

  private final Writer out;

  private Summary(Writer out) {
    this.out = out;
  }

  /** Writes all runs; the writer stays open. */
  static void write(List<Run> runs, Writer writer) {
    try {
      Summary summary = new Summary(writer);
      for (Run run : runs) {
        summary.run(run);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void run(Run run) throws IOException {
    line("## " + text(run.source().toString()));
    line("");
    CeilingBound bound = CeilingBound.of(run.calibration());
    List<Comparison> comparisons = Comparison.of(run);
    for (LoadContext load : LoadContext.of(run)) {
      line("**%s** (%s)".formatted(LoadAnswer.TITLE, params(load.scenario().params())));
      line("");
      for (String answer : load.answers()) {
        line(text(answer));
        line("");
      }
      for (String reference : load.ofReferences()) {
        line(text(reference));
        line("");
      }
    }
    for (Comparison comparison : comparisons) {
      comparison(comparison, bound);
    }
    if (comparisons.isEmpty() && run.load().isEmpty()) {
      line("There are no results.");
      line("");
    }
    for (String problem : run.problems()) {
      line("Left out: " + text(problem));
      line("");
    }
  }

  private void comparison(Comparison comparison, CeilingBound bound) throws IOException {
    HumanUnit unit =
        HumanUnit.of(
            comparison.scenario().unit(),
            comparison.arms().stream().map(result -> result.score().value()).toList());
    String params = params(comparison.scenario().params());
    String title = "**" + text(comparison.scenario().title()) + "**";
    line(params.isEmpty() ? title : title + " (" + params + ")");
    line("");
    line(text(Answer.of(comparison, bound)));
    line("");
    row(
        List.of(
            text(comparison.scenario().axis().name()),
            text(unit.label()),
            "99 % interval",
            "ratio to best",
            "99 % interval",
            "notes"));
    line("| --- | ---: | ---: | ---: | ---: | --- |");
    for (ArmResult result : comparison.arms()) {
      row(cells(comparison, result, unit));
    }
    for (Reference other : comparison.references()) {
      row(cells(other, unit));
    }
    line("");
  }

  private static List<String> cells(Comparison comparison, ArmResult result, HumanUnit unit) {
    double value = unit.scale(result.score().value());
    boolean best = comparison.isBest(result);
    return List.of(
        text(result.arm().name()),
        Digits.of(value),
        result.score().interval().map(i -> Digits.of(i.map(unit::scale), value)).orElse(NONE),
        best ? "best" : result.toBest().map(ratio -> Digits.of(ratio.value())).orElse(NONE),
        result.toBest().flatMap(Summary::interval).orElse(NONE),
        text(Notes.of(result)));
  }

  private static List<String> cells(Reference other, HumanUnit unit) {
    double value = unit.scale(other.score().value());
    return List.of(
        text(other.name()),
        Digits.of(value),
        other.score().interval().map(i -> Digits.of(i.map(unit::scale), value)).orElse(NONE),
        NONE,
        NONE,
        text(Notes.of(other)));
  }

  private static Optional<String> interval(Ratio ratio) {
    return ratio.interval().map(interval -> Digits.of(interval, ratio.value()));
  }

  private static String params(Map<String, String> params) {
    return params.entrySet().stream()
        .map(param -> text(param.getKey() + " " + Names.display(param.getValue())))
        .collect(Collectors.joining(", "));
  }

  private void row(List<String> cells) throws IOException {
    line(Markdown.row(cells));
  }

  private void line(String line) throws IOException {
    out.write(line);
    out.write('\n');
  }

  private static String text(String raw) {
    return Markdown.text(raw);
  }
}
