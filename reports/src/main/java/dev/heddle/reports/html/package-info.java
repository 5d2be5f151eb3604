/** The page: views of a run, filled into templates that escape by context. */
@NullMarked
package dev.heddle.reports.html;

import org.jspecify.annotations.NullMarked;
