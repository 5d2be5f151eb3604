package dev.heddle.reports.read;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What each model gives of each pattern by itself, what was added, and what hand-written forms
 * leave out.
 *
 * @param words how far a model goes, and what each word means
 * @param models in the order of columns
 * @param patterns in the order of rows
 */
public record Capabilities(Map<String, String> words, List<String> models, List<Row> patterns) {

  public Capabilities {
    words = Collections.unmodifiableMap(new LinkedHashMap<>(words));
    models = List.copyOf(models);
    patterns = List.copyOf(patterns);
  }

  /**
   * A pattern.
   *
   * @param name as in {@code as-completed}
   * @param asyncio what asyncio calls it; empty if it has no such operation
   * @param meaning what it does, as a clause
   * @param cells one for each model, in their order
   */
  public record Row(String name, Optional<String> asyncio, String meaning, List<Cell> cells) {

    public Row {
      cells = List.copyOf(cells);
    }
  }

  /**
   * A pattern on a model.
   *
   * @param word one of {@link #words}
   * @param note what is missing and what was added; empty if there is nothing to say
   * @param idiomGaps what the hand-written form leaves out; empty if there is no such form
   */
  public record Cell(String word, Optional<String> note, Optional<List<String>> idiomGaps) {

    public Cell {
      idiomGaps = idiomGaps.map(List::copyOf);
    }
  }
}
