package dev.heddle.reports.html;

import dev.heddle.reports.read.Environment;
import dev.heddle.reports.read.Environment.Fact;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** On what models and a reference stand alike, as the run recorded it. */
final class CommonGround {

  /** What the environment calls it. */
  static final String TITLE = "common ground";

  private static final String NESTED = " › ";
  private static final String NONE = "–";
  private static final List<String> SIDES = List.of("models", "reference");

  private CommonGround() {}

  /** A line each, with both sides beside each other; empty where the run recorded none. */
  static Optional<TableView> of(Optional<Environment> environment) {
    return environment.stream()
        .flatMap(known -> known.tables().stream())
        .filter(table -> table.title().equals(TITLE))
        .findFirst()
        .map(table -> new TableView("The common ground", heads(), lines(table.facts())));
  }

  private static List<String> heads() {
    return List.of("", "models", "reference");
  }

  private static List<TableView.Line> lines(List<Fact> facts) {
    Map<String, Map<String, String>> bySide = new LinkedHashMap<>();
    for (Fact fact : facts) {
      String[] names = fact.name().split(NESTED, 2);
      if (names.length == 2) {
        bySide.computeIfAbsent(names[0], line -> new LinkedHashMap<>()).put(names[1], fact.value());
      }
    }
    return bySide.entrySet().stream().map(CommonGround::line).toList();
  }

  private static TableView.Line line(Map.Entry<String, Map<String, String>> entry) {
    return new TableView.Line(
        "",
        entry.getKey(),
        SIDES.stream().map(side -> entry.getValue().getOrDefault(side, NONE)).toList());
  }
}
