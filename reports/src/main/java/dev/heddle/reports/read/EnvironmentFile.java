package dev.heddle.reports.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.heddle.reports.read.Environment.Fact;
import dev.heddle.reports.read.Environment.Table;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Reads {@code environment.json}: any JSON object, its top-level objects become tables. */
final class EnvironmentFile {

  private static final String EXPECTED = "a JSON object that describes the machine and the run";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Shown beside the charts, not among the facts. */
  private static final String REPRODUCE = "reproduce";

  /** What a reader asks first comes first; everything else follows in the file's order. */
  private static final List<String> FIRST =
      List.of("machine", "jdk", "forks", "ranking", "run", "load", "heddle");

  private static final String BYTES = " bytes";
  private static final double GIBIBYTE = 1L << 30;

  private EnvironmentFile() {}

  static Environment read(Path file) throws UnreadableInputException {
    JsonNode root = parse(file);
    if (!root.isObject()) {
      throw new UnreadableInputException(file, "is not a JSON object", EXPECTED);
    }
    return new Environment(tables(root), command(root));
  }

  private static JsonNode parse(Path file) throws UnreadableInputException {
    try (InputStream bytes = Files.newInputStream(file)) {
      return MAPPER.readTree(bytes);
    } catch (JsonProcessingException syntax) {
      throw wrong(file, "is not JSON (" + syntax.getOriginalMessage() + ")", syntax);
    } catch (IOException cause) {
      throw wrong(file, "cannot be read (" + cause.getMessage() + ")", cause);
    }
  }

  private static UnreadableInputException wrong(Path file, String wrong, IOException cause) {
    UnreadableInputException unreadable = new UnreadableInputException(file, wrong, EXPECTED);
    unreadable.initCause(cause);
    return unreadable;
  }

  private static Optional<String> command(JsonNode root) {
    JsonNode reproduce = root.path(REPRODUCE);
    JsonNode command = reproduce.isTextual() ? reproduce : reproduce.path("command");
    return Optional.of(command.asText("")).filter(text -> !text.isBlank());
  }

  private static List<Table> tables(JsonNode root) {
    List<Fact> plain = new ArrayList<>();
    List<Table> tables = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : inReadingOrder(root)) {
      List<Fact> facts = new ArrayList<>();
      flatten("", entry.getValue(), facts);
      if (entry.getValue().isObject() || holdsObjects(entry.getValue())) {
        tables.add(new Table(Words.ofKey(entry.getKey()), facts));
      } else {
        facts.forEach(fact -> plain.add(new Fact(Words.ofKey(entry.getKey()), fact.value())));
      }
    }
    if (!plain.isEmpty()) {
      tables.addFirst(new Table("Overview", plain));
    }
    return tables;
  }

  private static List<Map.Entry<String, JsonNode>> inReadingOrder(JsonNode root) {
    Comparator<Map.Entry<String, JsonNode>> known =
        Comparator.comparingInt(
            entry -> FIRST.contains(entry.getKey()) ? FIRST.indexOf(entry.getKey()) : FIRST.size());
    return root.properties().stream()
        .filter(entry -> !entry.getKey().equals(REPRODUCE))
        .sorted(known)
        .toList();
  }

  private static void flatten(String name, JsonNode node, List<Fact> facts) {
    if (node.isObject()) {
      node.properties().forEach(e -> flatten(nested(name, e.getKey()), e.getValue(), facts));
    } else if (node.isArray() && holdsObjects(node)) {
      for (int i = 0; i < node.size(); i++) {
        element(nested(name, Integer.toString(i + 1)), node.get(i), facts);
      }
    } else {
      facts.add(fact(name, node));
    }
  }

  /** An object of plain values is one fact: its first value names it, the others say it. */
  private static void element(String name, JsonNode node, List<Fact> facts) {
    List<String> texts = node.properties().stream().map(e -> text(e.getValue())).toList();
    boolean plain = node.properties().stream().noneMatch(e -> e.getValue().isContainerNode());
    if (plain && texts.size() > 1) {
      facts.add(new Fact(texts.getFirst(), String.join(" · ", texts.subList(1, texts.size()))));
    } else {
      flatten(name, node, facts);
    }
  }

  private static boolean holdsObjects(JsonNode array) {
    return array.isArray()
        && StreamSupport.stream(array.spliterator(), false).anyMatch(JsonNode::isContainerNode);
  }

  private static Fact fact(String name, JsonNode node) {
    boolean bytes = name.endsWith(BYTES) && node.asDouble() >= GIBIBYTE;
    return bytes
        ? new Fact(
            name.substring(0, name.length() - BYTES.length()),
            String.format(Locale.ROOT, "%.1f GiB", node.asDouble() / GIBIBYTE))
        : new Fact(name, text(node));
  }

  private static String text(JsonNode node) {
    if (node.isArray()) {
      return StreamSupport.stream(node.spliterator(), false)
          .map(JsonNode::asText)
          .collect(Collectors.joining(" "));
    }
    return node.isNull() ? "not known" : node.asText();
  }

  private static String nested(String outer, String key) {
    return outer.isEmpty() ? Words.ofKey(key) : outer + " › " + Words.ofKey(key);
  }
}
