/** Whether a candidate may pass: one decision on a comparison, and the files that tell it. */
@NullMarked
package dev.heddle.reports.gate;

import org.jspecify.annotations.NullMarked;
