/** Many runs of the same cells, ordered by time. */
@NullMarked
package dev.heddle.reports.trend;

import org.jspecify.annotations.NullMarked;
