/** Reads result files and shows what they say: statistics, charts, HTML. */
@NullMarked
package dev.heddle.reports;

import org.jspecify.annotations.NullMarked;
