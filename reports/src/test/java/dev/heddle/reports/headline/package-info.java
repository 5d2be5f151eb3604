@NullMarked
package dev.heddle.reports.headline;

import org.jspecify.annotations.NullMarked;
