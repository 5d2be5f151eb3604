package dev.heddle.reports.read;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * What a run recorded about the machine and itself.
 *
 * @param tables the facts, grouped, in reading order
 * @param command the command that reproduces the whole run
 */
public record Environment(List<Table> tables, Optional<String> command) {

  public Environment {
    tables = List.copyOf(tables);
  }

  /** The value of a fact, by its table's title and its name. */
  public Optional<String> fact(String title, String name) {
    return tables.stream()
        .filter(table -> table.title().equals(title))
        .flatMap(table -> table.facts().stream())
        .filter(fact -> fact.name().equals(name))
        .map(Fact::value)
        .findFirst();
  }

  /** The facts that are wanted, by {@code TITLE › NAME}, in reading order. */
  public Map<String, String> facts(BiPredicate<Table, Fact> wanted) {
    Map<String, String> facts = new LinkedHashMap<>();
    for (Table table : tables) {
      for (Fact fact : table.facts()) {
        if (wanted.test(table, fact)) {
          facts.put(table.title() + " › " + fact.name(), fact.value());
        }
      }
    }
    return facts;
  }

  /** A titled group of facts. */
  public record Table(String title, List<Fact> facts) {

    public Table {
      facts = List.copyOf(facts);
    }
  }

  /** One fact: its name and its value as text. */
  public record Fact(String name, String value) {}
}
