/** Two builds of one JMH jar against each other, fork by fork, until the verdicts are in. */
@NullMarked
package dev.heddle.reports.duel;

import org.jspecify.annotations.NullMarked;
