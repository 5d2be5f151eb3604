package dev.heddle.reports.read;

import java.util.List;
import java.util.Optional;

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

  /** A titled group of facts. */
  public record Table(String title, List<Fact> facts) {

    public Table {
      facts = List.copyOf(facts);
    }
  }

  /** One fact: its name and its value as text. */
  public record Fact(String name, String value) {}
}
