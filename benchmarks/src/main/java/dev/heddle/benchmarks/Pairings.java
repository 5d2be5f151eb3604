package dev.heddle.benchmarks;

import dev.heddle.benchmarks.run.Cell;
import dev.heddle.model.Model;
import java.util.List;

/** Which model goes with which transport, asked of the models themselves. */
final class Pairings {

  private Pairings() {}

  /**
   * Returns if every cell pairs a model with a transport that it can use.
   *
   * @throws IllegalArgumentException naming the first that does not, and what to use
   */
  static void check(List<Cell> cells) {
    cells.stream()
        .map(cell -> new Pairing(param(cell, "model"), param(cell, "transport")))
        .filter(pairing -> !pairing.transport().equals(TransportChoice.DEFAULT.name()))
        .distinct()
        .forEach(Pairing::check);
  }

  private static String param(Cell cell, String name) {
    return cell.params().getOrDefault(name, TransportChoice.DEFAULT.name());
  }

  private record Pairing(String model, String transport) {

    void check() {
      try {
        Model.valueOf(model).open(TransportChoice.valueOf(transport).options()).close();
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            "Model '%s' cannot be run over transport '%s'. %s"
                .formatted(
                    ConstantNames.readable(model),
                    ConstantNames.readable(transport),
                    e.getMessage()),
            e);
      } catch (IllegalStateException e) {
        // It needs --enable-preview, which the forks get and this JVM did not.
        return;
      }
    }
  }
}
