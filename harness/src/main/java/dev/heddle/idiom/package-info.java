/**
 * The patterns as people write them by hand on each model's own primitives: faster perhaps, and
 * with gaps, which each declares.
 */
@NullMarked
package dev.heddle.idiom;

import org.jspecify.annotations.NullMarked;
