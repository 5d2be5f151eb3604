/** Estimates as inline SVG that follows the page's theme. */
@NullMarked
package dev.heddle.reports.chart;

import org.jspecify.annotations.NullMarked;
