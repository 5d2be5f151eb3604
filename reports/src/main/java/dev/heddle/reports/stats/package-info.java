/** What the forks of a cell say: estimates, intervals, ratios and verdicts. */
@NullMarked
package dev.heddle.reports.stats;

import org.jspecify.annotations.NullMarked;
