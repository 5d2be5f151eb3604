@NullMarked
package dev.heddle.reports.chart;

import org.jspecify.annotations.NullMarked;
