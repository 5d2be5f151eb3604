package dev.heddle.load.scenario;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * A mapping of the file.
 *
 * @param place where it begins
 * @param byKey in the file's order
 */
record Fields(Place place, Map<String, Field> byKey) {

  Fields {
    byKey = Collections.unmodifiableMap(new LinkedHashMap<>(byKey));
  }

  /** Reads a mapping; anything else is wrong, and so is a key that comes twice. */
  static Fields of(String name, Place place, String allowed) {
    if (!(place.node() instanceof MappingNode mapping)) {
      throw place.wrong("%s is %s; allowed: %s".formatted(name, place.found(), allowed));
    }
    Map<String, Field> byKey = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      Place key = place.at(tuple.getKeyNode());
      Field field = new Field(key(key), key, place.at(tuple.getValueNode()));
      if (byKey.putIfAbsent(field.key(), field) != null) {
        throw key.wrong("'%s' comes twice; allowed: once".formatted(field.key()));
      }
    }
    return new Fields(place, byKey);
  }

  private static String key(Place key) {
    if (key.node() instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    throw key.wrong("a key is %s; allowed: a word".formatted(key.found()));
  }

  Optional<Field> field(String key) {
    return Optional.ofNullable(byKey.get(key));
  }

  /** The field of a key that has to be there. */
  Field need(String key, String of, String allowed) {
    return field(key)
        .orElseThrow(() -> place.wrong("%s has no '%s'; needed: %s".formatted(of, key, allowed)));
  }

  /** Refuses other keys: one that is misspelt must not go unnoticed. */
  void requireOnly(String of, List<String> allowed) {
    byKey.values().stream()
        .filter(field -> !allowed.contains(field.key()))
        .findFirst()
        .ifPresent(
            field -> {
              throw field
                  .keyPlace()
                  .wrong(
                      "'%s' is no key of %s; allowed: %s"
                          .formatted(field.key(), of, String.join(", ", allowed)));
            });
  }
}
