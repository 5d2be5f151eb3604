package dev.heddle.benchmarks.run;

/**
 * One JVM of the run.
 *
 * @param round from 1
 * @param cell what it measures
 */
public record Fork(int round, Cell cell) {

  @Override
  public String toString() {
    return "round " + round + ", " + cell.label();
  }
}
