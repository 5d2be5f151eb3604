package dev.heddle.reports.duel;

import dev.heddle.reports.compare.Rules;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody asks a duel for.
 *
 * @param base a jar or a commit
 * @param candidate a jar or a commit
 * @param out the folder for its files
 * @param resumed whether to go on with the duel that is there
 * @param includes regular expressions for the names of benchmarks; none for all
 * @param params values of parameters by name, in place of the jar's own
 * @param jvmArgs arguments of the forks of each side
 * @param timing of each fork; empty for what the benchmarks say
 * @param blocks the most blocks
 * @param everyBlock whether cells go on after their verdict
 * @param seed of the order
 * @param rules by which it judges
 * @param metrics names of those that are judged beside scores and p99
 * @param calibration of the machine, whose noise floor holds for the verdicts; may be empty
 * @param builds how commits become jars
 */
public record DuelRequest(
    String base,
    String candidate,
    Path out,
    boolean resumed,
    List<String> includes,
    Map<String, List<String>> params,
    Map<Side, List<String>> jvmArgs,
    Optional<DuelTiming> timing,
    int blocks,
    boolean everyBlock,
    long seed,
    Rules rules,
    List<String> metrics,
    Optional<Path> calibration,
    Builds builds) {

  /**
   * How commits become jars.
   *
   * @param repository where commits are looked up
   * @param command that builds, run in a clone
   * @param jar where it is then, below the clone
   */
  public record Builds(Path repository, List<String> command, Path jar) {}
}
