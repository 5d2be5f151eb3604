package dev.heddle.benchmarks;

import dev.heddle.capability.Capabilities;
import dev.heddle.capability.Capability;
import dev.heddle.capability.IdiomGaps;
import dev.heddle.capability.Pattern;
import dev.heddle.capability.Support;
import dev.heddle.model.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What each model gives, as text: the words, a table of them, then the sentences. Each sentence is
 * a line that names its model, so that {@code grep} finds all of one.
 */
final class SemanticsText {

  private static final int PATTERN_WIDTH = 14;
  private static final int MODEL_WIDTH = 20;
  private static final int WORD_WIDTH = 10;

  private SemanticsText() {}

  static List<String> lines(Capabilities capabilities) {
    List<String> lines = new ArrayList<>();
    for (Support support : Support.values()) {
      lines.add(padded(support.word(), WORD_WIDTH) + support.meaning());
    }
    lines.add("");
    lines.add(row("", Stream.of(Model.values()).map(Model::commandLineName)));
    for (Pattern pattern : Pattern.values()) {
      lines.add(row(pattern.commandLineName(), words(pattern, capabilities)));
    }
    for (Pattern pattern : Pattern.values()) {
      lines.add("");
      lines.addAll(sentences(pattern, capabilities));
    }
    return lines;
  }

  private static Stream<String> words(Pattern pattern, Capabilities capabilities) {
    return Stream.of(Model.values()).map(model -> capabilities.of(pattern, model).support().word());
  }

  private static List<String> sentences(Pattern pattern, Capabilities capabilities) {
    List<String> lines = new ArrayList<>();
    String asyncio = pattern.asyncio().map(name -> " (asyncio: " + name + ")").orElse("");
    lines.add(pattern.commandLineName() + asyncio + ": " + pattern.meaning());
    for (Model model : Model.values()) {
      Capability capability = capabilities.of(pattern, model);
      lines.add(line(model, capability.support().word(), capability.note().orElse("")));
    }
    for (Model model : Model.values()) {
      Optional<List<String>> gaps = IdiomGaps.of(pattern, model);
      gaps.ifPresent(known -> lines.add(line(model, "by hand", inOneLine(known))));
    }
    return lines;
  }

  private static String inOneLine(List<String> gaps) {
    return gaps.isEmpty() ? "nothing is missing" : String.join("; ", gaps);
  }

  private static String line(Model model, String word, String sentence) {
    String beginning = padded(model.commandLineName(), MODEL_WIDTH) + padded(word, WORD_WIDTH);
    return ("  " + beginning + sentence).stripTrailing();
  }

  private static String row(String first, Stream<String> cells) {
    return cells
        .map(cell -> padded(cell, MODEL_WIDTH))
        .collect(Collectors.joining("", padded(first, PATTERN_WIDTH), ""))
        .stripTrailing();
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(1, width - text.length()));
  }
}
