package dev.heddle.reports.stats;

/**
 * One percentile of a cell's samples.
 *
 * @param fraction from 0 to 1; 1 is the maximum
 * @param latency in seconds
 */
public record LatencyPoint(double fraction, Estimate latency) {}
