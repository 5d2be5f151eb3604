/** Which contestant is ahead in which workload, a line each. */
@NullMarked
package dev.heddle.reports.headline;

import org.jspecify.annotations.NullMarked;
