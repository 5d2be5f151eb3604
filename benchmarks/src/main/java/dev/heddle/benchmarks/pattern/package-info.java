/** The patterns as they are measured, each on the contract's models and by hand. */
@NullMarked
package dev.heddle.benchmarks.pattern;

import org.jspecify.annotations.NullMarked;
