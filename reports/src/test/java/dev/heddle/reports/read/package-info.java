@NullMarked
package dev.heddle.reports.read;

import org.jspecify.annotations.NullMarked;
