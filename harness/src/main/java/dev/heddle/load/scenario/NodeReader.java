package dev.heddle.load.scenario;

import dev.heddle.load.LoadPattern;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Reads what an arrival does. A node is a mapping; one of its keys is its kind, the others say more
 * of it.
 */
final class NodeReader {

  static final int DEEPEST = 20;
  static final int MOST_CALLS = 10_000;

  private static final String SEQUENCE = "then";
  private static final String BOUNDED = "bounded";
  private static final String TIMEOUT = "timeout";
  private static final String COUNT = "count";
  private static final Map<String, LoadPattern> PATTERNS = patterns();
  private static final List<String> KINDS =
      Stream.concat(Stream.of(CallReader.KIND, SEQUENCE), PATTERNS.keySet().stream()).toList();
  private static final List<String> OTHER_KEYS =
      Stream.concat(CallReader.KEYS.stream(), Stream.of(BOUNDED, TIMEOUT, COUNT)).toList();
  private static final String NODE = "a mapping with one of " + String.join(", ", KINDS);
  private static final String NODES = "a list of one or more nodes";
  private static final Duration LEAST_TIMEOUT = Duration.ofNanos(1);
  private static final Duration LONGEST_TIMEOUT = Duration.ofHours(1);

  private NodeReader() {}

  private static Map<String, LoadPattern> patterns() {
    Map<String, LoadPattern> patterns = new LinkedHashMap<>();
    for (LoadPattern pattern : LoadPattern.values()) {
      patterns.put(Field.word(pattern), pattern);
    }
    return Collections.unmodifiableMap(patterns);
  }

  /** Reads the node that all others are in. */
  static ScenarioNode root(Place place) {
    Fields fields = fields(place, 1);
    fields
        .field(COUNT)
        .ifPresent(
            count -> {
              throw count
                  .keyPlace()
                  .wrong("'count' is no key of the whole plan; allowed: in a list of nodes");
            });
    return node(fields, 1);
  }

  private static Fields fields(Place place, int depth) {
    if (depth > DEEPEST) {
      throw place.wrong("a node is %d deep; allowed: %d".formatted(depth, DEEPEST));
    }
    return Fields.of("a node", place, NODE);
  }

  private static ScenarioNode node(Fields fields, int depth) {
    Field kind = kind(fields);
    ScenarioNode node =
        switch (kind.key()) {
          case CallReader.KIND -> call(fields);
          case SEQUENCE -> sequence(fields, kind, depth);
          default -> fanOut(fields, kind, depth);
        };
    Optional<Duration> limit =
        fields.field(TIMEOUT).map(time -> time.time(LEAST_TIMEOUT, LONGEST_TIMEOUT));
    return limit.isPresent() ? new ScenarioNode.Timed(node, limit.get()) : node;
  }

  private static Field kind(Fields fields) {
    List<Field> kinds =
        fields.byKey().values().stream().filter(field -> KINDS.contains(field.key())).toList();
    if (kinds.isEmpty()) {
      // The kind itself may be misspelt.
      fields.requireOnly("a node", Stream.concat(KINDS.stream(), OTHER_KEYS.stream()).toList());
      throw fields.place().wrong("a node has no kind; needed: " + NODE);
    }
    if (kinds.size() > 1) {
      throw kinds
          .get(1)
          .keyPlace()
          .wrong(
              "a node has both '%s' and '%s'; allowed: one of %s"
                  .formatted(kinds.get(0).key(), kinds.get(1).key(), String.join(", ", KINDS)));
    }
    return kinds.getFirst();
  }

  private static ScenarioNode call(Fields fields) {
    requireOnly(fields, CallReader.KIND, CallReader.KEYS);
    return CallReader.read(fields);
  }

  private static ScenarioNode sequence(Fields fields, Field kind, int depth) {
    requireOnly(fields, SEQUENCE, List.of());
    return new ScenarioNode.Sequence(children(kind, depth));
  }

  private static ScenarioNode fanOut(Fields fields, Field kind, int depth) {
    requireOnly(fields, kind.key(), List.of(BOUNDED));
    LoadPattern pattern = Objects.requireNonNull(PATTERNS.get(kind.key()));
    Optional<Integer> bounded = fields.field(BOUNDED).map(limit -> limit.whole(1, MOST_CALLS));
    return new ScenarioNode.FanOut(
        pattern, children(kind, depth), bounded.map(OptionalInt::of).orElseGet(OptionalInt::empty));
  }

  private static void requireOnly(Fields fields, String kind, List<String> further) {
    List<String> allowed = new ArrayList<>(List.of(kind));
    allowed.addAll(further);
    allowed.addAll(List.of(TIMEOUT, COUNT));
    fields.requireOnly((kind.matches("[aeiou].*") ? "an " : "a ") + kind, allowed);
  }

  private static List<ScenarioNode> children(Field kind, int depth) {
    List<ScenarioNode> children = new ArrayList<>();
    long calls = 0;
    for (Place place : kind.items(NODES)) {
      Fields fields = fields(place, depth + 1);
      ScenarioNode child = node(fields, depth + 1);
      int count = fields.field(COUNT).map(times -> times.whole(1, MOST_CALLS)).orElse(1);
      calls += (long) count * child.calls();
      if (calls > MOST_CALLS) {
        throw place.wrong(
            "'%s' comes to %d calls or more; allowed: %d an arrival"
                .formatted(kind.key(), calls, MOST_CALLS));
      }
      children.addAll(Collections.nCopies(count, child));
    }
    return children;
  }
}
