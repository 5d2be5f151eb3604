package dev.heddle.capability;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.heddle.model.Model;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Every pattern on every model, as {@code support.json} beside this class has it: one entry for
 * each, and none for anything else.
 *
 * <p>The words are judged from the lines of the contract. {@code native}: the primitive does what
 * they ask. {@code added}: it does not contradict them. {@code emulated}: it contradicts a line
 * without which the pattern would be another one.
 *
 * @param table the entries
 */
public record Capabilities(Map<Pattern, Map<Model, Capability>> table) {

  private static final String RESOURCE = "support.json";
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY).build();

  /** The table that comes with the program. */
  public static Capabilities load() {
    try (InputStream in = Capabilities.class.getResourceAsStream(RESOURCE)) {
      return of(JSON.readTree(Objects.requireNonNull(in, RESOURCE)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The table of a JSON object: patterns, in each the models, in each {@code support} and {@code
   * note}.
   *
   * @throws IllegalArgumentException if an entry is missing, unknown or wrong
   */
  static Capabilities of(JsonNode json) {
    return new Capabilities(
        entries(
            Pattern.class,
            Pattern::commandLineName,
            json,
            models ->
                entries(Model.class, Model::commandLineName, models, Capabilities::capability)));
  }

  /** How a model comes to a pattern. */
  public Capability of(Pattern pattern, Model model) {
    return Objects.requireNonNull(Objects.requireNonNull(table.get(pattern)).get(model));
  }

  private static <K extends Enum<K>, V> Map<K, V> entries(
      Class<K> keys, Function<K, String> name, JsonNode json, Function<JsonNode, V> value) {
    Map<K, V> entries = new EnumMap<>(keys);
    for (K key : keys.getEnumConstants()) {
      JsonNode entry = json.path(name.apply(key));
      if (!entry.isObject()) {
        throw new IllegalArgumentException(
            "%s has no entry '%s' among %s".formatted(RESOURCE, name.apply(key), json));
      }
      entries.put(key, value.apply(entry));
    }
    if (json.size() != entries.size()) {
      throw new IllegalArgumentException(
          "%s has entries for more than %s: %s"
              .formatted(RESOURCE, entries.keySet(), json.properties()));
    }
    return Collections.unmodifiableMap(entries);
  }

  private static Capability capability(JsonNode json) {
    String word = json.path("support").asText();
    Support support =
        Stream.of(Support.values())
            .filter(known -> known.word().equals(word))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "%s has the support '%s'; allowed: native, added, emulated"
                            .formatted(RESOURCE, word)));
    return new Capability(support, Optional.of(json.path("note").asText()));
  }
}
