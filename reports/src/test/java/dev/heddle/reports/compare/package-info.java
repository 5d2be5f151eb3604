@NullMarked
package dev.heddle.reports.compare;

import org.jspecify.annotations.NullMarked;
