package dev.heddle.load.scenario;

import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * What a scenario file says.
 *
 * @param description what it stands for, in a sentence
 * @param arrival how often arrivals come, unless the command line says otherwise
 * @param plan what each of them does
 */
public record ScenarioFile(
    Optional<String> description, ArrivalSection arrival, ScenarioNode plan) {

  private static final List<String> KEYS = List.of("description", "arrival", "plan");
  private static final int DEEPEST = 100;
  private static final String WHOLE = "a mapping with " + String.join(", ", KEYS);

  /**
   * Reads a file.
   *
   * @param name the file's, for what is said of it
   * @throws ScenarioFileException naming the first mistake, its place and what is allowed
   */
  public static ScenarioFile parse(String name, String text) {
    Place whole = new Place(name, compose(name, text));
    Fields fields = Fields.of("the file", whole, WHOLE);
    fields.requireOnly("a scenario", KEYS);
    return new ScenarioFile(
        fields.field("description").map(field -> field.text("a sentence")),
        fields.field("arrival").map(ArrivalSection::read).orElse(ArrivalSection.NONE),
        NodeReader.root(fields.need("plan", "the scenario", "what an arrival does").value()));
  }

  private static Node compose(String name, String text) {
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(name)
            .setAllowNonScalarKeys(true)
            // What aliases unfold to is bounded by the number of calls.
            .setMaxAliasesForCollections(Integer.MAX_VALUE)
            .build();
    try {
      requireShallow(settings, name, text);
      return new Compose(settings)
          .composeString(text)
          .orElseThrow(
              () -> new ScenarioFileException(name + ": the file is empty; allowed: " + WHOLE));
    } catch (MarkedYamlEngineException e) {
      throw Place.wrong(name, e.getProblemMark(), "not YAML: " + oneLine(e.getProblem()));
    } catch (YamlEngineException e) {
      throw new ScenarioFileException(
          name + ": not YAML: " + oneLine(String.valueOf(e.getMessage())));
    }
  }

  /** What composes the nodes is recursive, and so at the mercy of a file that is too deep. */
  private static void requireShallow(LoadSettings settings, String name, String text) {
    int depth = 0;
    for (Event event : new Parse(settings).parseString(text)) {
      depth +=
          switch (event) {
            case CollectionStartEvent start -> 1;
            case CollectionEndEvent end -> -1;
            default -> 0;
          };
      if (depth > DEEPEST) {
        throw Place.wrong(
            name,
            event.getStartMark(),
            "lists and mappings are %d deep; allowed: %d".formatted(depth, DEEPEST));
      }
    }
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}
