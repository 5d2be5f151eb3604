@NullMarked
package dev.heddle.reports.gate;

import org.jspecify.annotations.NullMarked;
