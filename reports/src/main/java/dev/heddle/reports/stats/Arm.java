package dev.heddle.reports.stats;

import dev.heddle.reports.read.Cell;

/**
 * One contestant of a scenario.
 *
 * @param key what the file calls it, such as {@code VIRTUAL_THREADS}
 * @param name how it is shown; unique in its scenario
 * @param cell its results
 */
public record Arm(String key, String name, Cell cell) {}
