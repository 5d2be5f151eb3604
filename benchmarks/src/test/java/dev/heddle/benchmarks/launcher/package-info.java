/** Tests of {@code scripts/heddle}, in a checkout of its own with fake {@code java} and Maven. */
@NullMarked
package dev.heddle.benchmarks.launcher;

import org.jspecify.annotations.NullMarked;
