/** Two runs, or two contestants of one, set against each other cell by cell, with a verdict. */
@NullMarked
package dev.heddle.reports.compare;

import org.jspecify.annotations.NullMarked;
