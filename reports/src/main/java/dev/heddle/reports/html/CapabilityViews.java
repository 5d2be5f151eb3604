package dev.heddle.reports.html;

import dev.heddle.reports.chart.ArmStyles;
import dev.heddle.reports.html.CapabilityView.ModelName;
import dev.heddle.reports.html.CapabilityView.Pattern;
import dev.heddle.reports.html.CapabilityView.Sentence;
import dev.heddle.reports.html.CapabilityView.Word;
import dev.heddle.reports.read.Capabilities;
import dev.heddle.reports.read.Capabilities.Cell;
import dev.heddle.reports.read.Capabilities.Row;
import dev.heddle.reports.stats.Names;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Turns what each model gives into what the page shows. */
final class CapabilityViews {

  /** What is said of a model. */
  private record Said(String word, String note) {}

  private final Capabilities capabilities;
  private final String id;
  private final List<ModelName> models;

  private CapabilityViews(Capabilities capabilities, String id, ArmStyles styles) {
    this.capabilities = capabilities;
    this.id = id;
    this.models =
        capabilities.models().stream()
            .map(name -> modelName(Names.constant(name), styles))
            .toList();
  }

  static CapabilityView of(Capabilities capabilities, String id, ArmStyles styles) {
    return new CapabilityViews(capabilities, id, styles).view();
  }

  private CapabilityView view() {
    List<Word> words = new ArrayList<>();
    capabilities.words().forEach((word, meaning) -> words.add(new Word(word, meaning)));
    List<Row> rows = capabilities.patterns();
    return new CapabilityView(
        id,
        words,
        models,
        IntStream.range(0, rows.size())
            .mapToObj(i -> pattern(rows.get(i), id + "-" + (i + 1)))
            .toList());
  }

  private Pattern pattern(Row row, String rowId) {
    return new Pattern(
        rowId,
        row.name().replace('-', ' '),
        row.asyncio().orElse(""),
        row.meaning(),
        row.cells().stream().map(Cell::word).toList(),
        sentences(row),
        gaps(row));
  }

  /** Models of which the same is said share a sentence, in the place of the first. */
  private List<Sentence> sentences(Row row) {
    Map<Said, List<ModelName>> said = new LinkedHashMap<>();
    for (int i = 0; i < models.size(); i++) {
      Cell cell = row.cells().get(i);
      Said key = new Said(cell.word(), cell.note().orElse(""));
      said.computeIfAbsent(key, ignored -> new ArrayList<>()).add(models.get(i));
    }
    return said.entrySet().stream()
        .map(entry -> new Sentence(entry.getValue(), entry.getKey().word(), entry.getKey().note()))
        .toList();
  }

  private List<Sentence> gaps(Row row) {
    List<Sentence> gaps = new ArrayList<>();
    for (int i = 0; i < models.size(); i++) {
      ModelName model = models.get(i);
      row.cells()
          .get(i)
          .idiomGaps()
          .map(known -> known.isEmpty() ? "nothing is missing" : String.join("; ", known))
          .ifPresent(text -> gaps.add(new Sentence(List.of(model), "", text)));
    }
    return gaps;
  }

  private static ModelName modelName(String constant, ArmStyles styles) {
    return new ModelName("m" + styles.colourOf(constant), Names.display(constant));
  }
}
