package dev.heddle.benchmarks.run;

import java.util.List;

/**
 * How a run ended.
 *
 * @param failed forks that were run and gave no result
 * @param notRun how many forks were not reached, because the run was stopped
 */
public record RunSummary(List<Fork> failed, int notRun) {}
