package dev.heddle.reports.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The cells of two runs, by what they are.
 *
 * @param pairs those that both have, in the base's order
 * @param onlyBase those that the candidate lacks
 * @param onlyCandidate those that the base lacks
 */
record Matched(List<Pair> pairs, List<CellKey> onlyBase, List<CellKey> onlyCandidate) {

  /** A cell on both sides. */
  record Pair(Measured base, Measured candidate) {}

  Matched {
    pairs = List.copyOf(pairs);
    onlyBase = List.copyOf(onlyBase);
    onlyCandidate = List.copyOf(onlyCandidate);
  }

  static Matched of(Map<CellKey, Measured> base, Map<CellKey, Measured> candidate) {
    Map<CellKey, Measured> left = new LinkedHashMap<>(candidate);
    List<Pair> pairs = new ArrayList<>();
    List<CellKey> onlyBase = new ArrayList<>();
    for (Measured one : base.values()) {
      Optional.ofNullable(left.remove(one.key()))
          .ifPresentOrElse(other -> pairs.add(new Pair(one, other)), () -> onlyBase.add(one.key()));
    }
    return new Matched(pairs, onlyBase, List.copyOf(left.keySet()));
  }
}
