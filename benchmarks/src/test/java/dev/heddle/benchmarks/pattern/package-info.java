@NullMarked
package dev.heddle.benchmarks.pattern;

import org.jspecify.annotations.NullMarked;
