package dev.heddle.measure;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * What only the run itself knows of its environment.
 *
 * @param version Heddle's version
 * @param started when the run began
 * @param matrix the name of the selection of cells
 * @param seed decides the order of forks
 * @param rounds forks a cell
 * @param jvmArguments of the forks' JVMs
 * @param ranking what decides a ranking, with the values of this run
 * @param reproduce the command that runs the same again, from the checkout
 * @param code a file or folder of the code that is measured: its checkout gives the commit
 */
public record RunFacts(
    String version,
    Instant started,
    String matrix,
    long seed,
    int rounds,
    List<String> jvmArguments,
    List<RankingFactor> ranking,
    String reproduce,
    Path code) {

  /** Copies the lists. */
  public RunFacts {
    jvmArguments = List.copyOf(jvmArguments);
    ranking = List.copyOf(ranking);
  }
}
