package dev.heddle.load.scenario;

import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * Something in a file, which knows where it stands.
 *
 * @param file the file's name
 * @param node what stands there
 */
record Place(String file, Node node) {

  private static final int LONGEST = 60;

  /** What to throw where it is wrong. */
  ScenarioFileException wrong(String what) {
    return wrong(file, node.getStartMark(), what);
  }

  static ScenarioFileException wrong(String file, Optional<Mark> mark, String what) {
    return new ScenarioFileException(describe(file, mark) + ": " + what);
  }

  /** The file's name, the line and the column, both from 1. */
  String describe() {
    return describe(file, node.getStartMark());
  }

  private static String describe(String file, Optional<Mark> mark) {
    return file
        + mark.map(at -> " line %d, column %d".formatted(at.getLine() + 1, at.getColumn() + 1))
            .orElse("");
  }

  /** Something else in the same file. */
  Place at(Node other) {
    return new Place(file, other);
  }

  /** What was found, in a few words on one line. */
  String found() {
    return switch (node) {
      case ScalarNode scalar when scalar.isPlain() && scalar.getValue().isEmpty() -> "nothing";
      case ScalarNode scalar -> "'" + shortened(scalar.getValue()) + "'";
      case MappingNode mapping -> "a mapping";
      default -> "a list";
    };
  }

  private static String shortened(String text) {
    String line = text.replaceAll("\\s+", " ");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }
}
