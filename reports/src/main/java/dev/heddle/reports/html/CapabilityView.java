package dev.heddle.reports.html;

import java.util.List;

/**
 * What each model gives, as the page shows it.
 *
 * @param id unique in the page, for links
 * @param words how far a model goes, and what each word means
 * @param models the columns
 * @param patterns the rows
 */
public record CapabilityView(
    String id, List<Word> words, List<ModelName> models, List<Pattern> patterns) {

  public CapabilityView {
    words = List.copyOf(words);
    models = List.copyOf(models);
    patterns = List.copyOf(patterns);
  }

  /** A word of the table and what it means. */
  public record Word(String word, String meaning) {}

  /** A model: the class of its colour, and its name. */
  public record ModelName(String colour, String name) {}

  /**
   * A pattern.
   *
   * @param id unique in the page, for links
   * @param name as readers know it
   * @param asyncio what asyncio calls it; may be empty
   * @param meaning what it does, as a clause
   * @param words one for each model
   * @param sentences what there is to say, said once where it is the same for several models
   * @param gaps what hand-written forms leave out
   */
  public record Pattern(
      String id,
      String name,
      String asyncio,
      String meaning,
      List<String> words,
      List<Sentence> sentences,
      List<Sentence> gaps) {

    public Pattern {
      words = List.copyOf(words);
      sentences = List.copyOf(sentences);
      gaps = List.copyOf(gaps);
    }
  }

  /** What is said of some models; the word may be empty. */
  public record Sentence(List<ModelName> models, String word, String text) {

    public Sentence {
      models = List.copyOf(models);
    }
  }
}
