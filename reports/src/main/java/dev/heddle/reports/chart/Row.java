package dev.heddle.reports.chart;

import dev.heddle.reports.stats.Estimate;

/**
 * One contestant of a chart.
 *
 * @param key gives it its colour and mark
 * @param name stands beside it
 * @param estimate what is drawn, in the quantity's base unit
 */
public record Row(String key, String name, Estimate estimate) {}
