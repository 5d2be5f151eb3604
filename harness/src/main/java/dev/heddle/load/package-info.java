/**
 * Load that is offered, not asked for: plans start at times fixed beforehand, whatever became of
 * those before them, and are timed from the moment at which they were to start.
 *
 * <p>{@code Arrivals} fix the times, a {@code Pacer} waits for them, {@code LoadRun} starts a plan
 * at each and keeps the books, and {@code Verdict} says whether the result is worth anything.
 */
@NullMarked
package dev.heddle.load;

import org.jspecify.annotations.NullMarked;
