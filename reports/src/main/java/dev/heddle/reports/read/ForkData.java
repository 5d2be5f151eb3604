package dev.heddle.reports.read;

/** What one fork of a cell recorded for one metric, in the metric's unit. */
public sealed interface ForkData permits Iterations, Histogram {

  /** The fork's one number: the mean over everything it recorded; NaN when it recorded nothing. */
  double mean();
}
