/** What the JVM tells of its virtual threads, from runs that are recorded and not scored. */
@NullMarked
package dev.heddle.benchmarks.evidence;

import org.jspecify.annotations.NullMarked;
