@NullMarked
package dev.heddle.benchmarks.evidence;

import org.jspecify.annotations.NullMarked;
