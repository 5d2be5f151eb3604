/**
 * What a machine can do at most and how steady it is: ceilings, pacing, hiccups and noise, measured
 * once and put beside every later result.
 */
@NullMarked
package dev.heddle.benchmarks.calibrate;

import org.jspecify.annotations.NullMarked;
