/**
 * The vocabulary: what is to be done, as data. A plan is immutable and may be run any number of
 * times.
 */
@NullMarked
package dev.heddle.plan;

import org.jspecify.annotations.NullMarked;
