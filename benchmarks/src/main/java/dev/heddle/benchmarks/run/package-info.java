/**
 * Runs JMH forks in rounds and keeps every one of them: schedule, folder, merge, resume. It knows
 * cells, not what they measure.
 */
@NullMarked
package dev.heddle.benchmarks.run;

import org.jspecify.annotations.NullMarked;
