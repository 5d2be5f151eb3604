/** JMH benchmarks, one class a question, and the command that runs them. */
@NullMarked
package dev.heddle.benchmarks;

import org.jspecify.annotations.NullMarked;
