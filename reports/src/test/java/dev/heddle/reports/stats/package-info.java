@NullMarked
package dev.heddle.reports.stats;

import org.jspecify.annotations.NullMarked;
