package dev.heddle.reports.gate;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.heddle.reports.compare.CellComparison;
import dev.heddle.reports.compare.CellKey;
import dev.heddle.reports.compare.EnvironmentDifference;
import dev.heddle.reports.compare.Rules;
import dev.heddle.reports.stats.Interval;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.OptionalDouble;

/** A gate for programs; README.md describes the fields. */
public final class GateJson {

  private static final int FORMAT_VERSION = 1;
  private static final JsonMapper MAPPER = new JsonMapper();

  private GateJson() {}

  /** Writes it; the writer stays open. */
  public static void write(Gate gate, Writer writer) {
    DefaultPrettyPrinter lines =
        new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
    try {
      writer.write(MAPPER.writer(lines).writeValueAsString(root(gate)));
      writer.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ObjectNode root(Gate gate) {
    Rules rules = gate.comparison().rules();
    ObjectNode root = MAPPER.createObjectNode();
    root.put("formatVersion", FORMAT_VERSION);
    root.put("decision", gate.decision().name());
    root.put("exitCode", gate.decision().exitCode());
    root.put("base", gate.comparison().base());
    root.put("candidate", gate.comparison().candidate());
    root.put("alpha", rules.alpha());
    root.put("delta", rules.delta());
    root.put("maxRegression", gate.rules().maxRegression());
    root.put("strict", gate.rules().strict());
    ArrayNode looks = root.putArray("looks");
    rules.looks().ifPresent(many -> many.blocks().forEach(looks::add));
    differences(gate, root.putArray("environmentDifferences"));
    ArrayNode onlyBase = root.putArray("onlyBase");
    gate.comparison().onlyBase().forEach(key -> key(key, onlyBase.addObject()));
    ArrayNode onlyCandidate = root.putArray("onlyCandidate");
    gate.comparison().onlyCandidate().forEach(key -> key(key, onlyCandidate.addObject()));
    ArrayNode cells = root.putArray("cells");
    gate.cells().forEach(cell -> cell(cell, gate.rules(), cells.addObject()));
    return root;
  }

  private static void differences(Gate gate, ArrayNode array) {
    for (EnvironmentDifference difference : gate.comparison().differences()) {
      array
          .addObject()
          .put("fact", difference.fact())
          .put("base", difference.base())
          .put("candidate", difference.candidate())
          .put("forbids", difference.forbids());
    }
  }

  private static void key(CellKey key, ObjectNode node) {
    node.put("benchmark", key.benchmark());
    ObjectNode params = node.putObject("params");
    key.params().forEach(params::put);
    node.put("metric", key.metric());
  }

  private static void cell(GatedCell cell, GateRules rules, ObjectNode node) {
    CellComparison comparison = cell.comparison();
    key(comparison.key(), node);
    number(node, "ratio", comparison.effect().map(effect -> effect.ratio()).orElse(Double.NaN));
    number(node, "low", comparison.interval().map(Interval::low).orElse(Double.NaN));
    number(node, "high", comparison.interval().map(Interval::high).orElse(Double.NaN));
    node.put("verdict", cell.verdict().name());
    node.put("standing", cell.standing().name());
    node.putObject("forks")
        .put("base", comparison.base().forks().size())
        .put("candidate", comparison.candidate().forks().size());
    number(node, "p", orNaN(cell.p()));
    number(node, "pHolm", orNaN(cell.holm()));
    node.put("reason", GateText.reason(cell, rules));
  }

  private static double orNaN(OptionalDouble value) {
    return value.orElse(Double.NaN);
  }

  /** JSON has no other word for what is not known or not finite. */
  private static void number(ObjectNode node, String name, double value) {
    if (Double.isFinite(value)) {
      node.put(name, value);
    } else {
      node.putNull(name);
    }
  }
}
