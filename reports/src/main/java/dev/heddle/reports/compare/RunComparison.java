package dev.heddle.reports.compare;

import dev.heddle.reports.read.Run;
import dev.heddle.reports.stats.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Two runs, or the contestants of one, cell by cell.
 *
 * @param base what one side is called
 * @param candidate what the other is called
 * @param cells in the base's order
 * @param onlyBase measured on one side only
 * @param onlyCandidate measured on one side only
 * @param differences of the environments
 * @param rules by which cells were judged
 * @param runs the base, and the candidate unless it is the same run
 */
public record RunComparison(
    String base,
    String candidate,
    List<CellComparison> cells,
    List<CellKey> onlyBase,
    List<CellKey> onlyCandidate,
    List<EnvironmentDifference> differences,
    Rules rules,
    List<Run> runs) {

  public RunComparison {
    cells = List.copyOf(cells);
    onlyBase = List.copyOf(onlyBase);
    onlyCandidate = List.copyOf(onlyCandidate);
    differences = List.copyOf(differences);
    runs = List.copyOf(runs);
  }

  /**
   * Compares two runs.
   *
   * @param further names of metrics beside scores and p99
   */
  public static RunComparison of(Run base, Run candidate, List<String> further, Rules asked) {
    boolean blocks = Pairing.inBlocks(base, candidate);
    Rules rules = asked.withLooks(blocks ? Pairing.looks(base) : Optional.empty());
    List<EnvironmentDifference> differences = EnvironmentDifference.between(base, candidate);
    Optional<String> forbidden = blocks ? Pairing.problem(base) : forbidden(differences, rules);
    Function<CellKey, Optional<String>> options =
        blocks || rules.allowEnvironment()
            ? _ -> Optional.empty()
            : JvmOptions.of(base, candidate)::forbidding;
    Matched matched =
        Matched.of(Measurements.of(base, further), Measurements.of(candidate, further));
    List<CellComparison> cells = new ArrayList<>();
    for (Matched.Pair pair : matched.pairs()) {
      CellKey key = pair.base().key();
      CellComparison cell =
          CellComparison.of(key.label(), pair.base(), pair.candidate(), blocks, rules);
      cells.add(forbidden.or(() -> options.apply(key)).map(cell::invalid).orElse(cell));
    }
    List<CellKey> onlyBase = new ArrayList<>(matched.onlyBase());
    if (blocks) {
      cells.addAll(Pairing.givenUp(base, rules));
      onlyBase.addAll(Pairing.alone(base));
    }
    return new RunComparison(
        base.source().toString(),
        candidate.source().toString(),
        cells,
        onlyBase,
        Stream.concat(matched.onlyCandidate().stream(), Pairing.alone(candidate).stream()).toList(),
        differences,
        rules,
        List.of(base, candidate));
  }

  private static Optional<String> forbidden(List<EnvironmentDifference> differences, Rules rules) {
    return rules.allowEnvironment()
        ? Optional.empty()
        : EnvironmentDifference.forbiddingAll(differences);
  }

  /**
   * Compares the values of one parameter within one run, each with a reference.
   *
   * @param param the parameter, such as {@code model}
   * @param reference the value that others are held against; empty for the first one of each cell
   */
  public static RunComparison within(
      Run run, String param, Optional<String> reference, List<String> further, Rules rules) {
    Map<CellKey, List<Measured>> groups = new LinkedHashMap<>();
    for (Measured measured : Measurements.of(run, further).values()) {
      if (measured.key().params().containsKey(param)) {
        groups
            .computeIfAbsent(measured.key().without(param), key -> new ArrayList<>())
            .add(measured);
      }
    }
    List<CellComparison> cells = new ArrayList<>();
    List<CellKey> alone = new ArrayList<>();
    groups.forEach(
        (shared, group) ->
            cells.addAll(ContestantPairs.of(shared, group, param, reference, run, rules, alone)));
    return new RunComparison(
        reference.orElse("the first " + param),
        "every other " + param,
        cells,
        alone,
        List.of(),
        List.of(),
        rules,
        List.of(run));
  }

  /** How many cells have each verdict; all verdicts are in it. */
  public Map<Verdict, Long> counts() {
    Map<Verdict, Long> counts = new EnumMap<>(Verdict.class);
    for (Verdict verdict : Verdict.values()) {
      counts.put(verdict, cells.stream().filter(cell -> cell.verdict() == verdict).count());
    }
    return counts;
  }

  /** What matters first: SLOWER by size, FASTER by size, INCONCLUSIVE, SAME, INVALID. */
  public List<CellComparison> byImportance() {
    return cells.stream()
        .sorted(
            Comparator.<CellComparison>comparingInt(
                    cell -> Verdict.BY_IMPORTANCE.indexOf(cell.verdict()))
                .thenComparing(
                    Comparator.comparingDouble((CellComparison cell) -> Math.abs(cell.worse()))
                        .reversed()))
        .toList();
  }
}
