/** The error rates of the comparison, computed from forks that were kept. */
@NullMarked
package dev.heddle.reports.study;

import org.jspecify.annotations.NullMarked;
