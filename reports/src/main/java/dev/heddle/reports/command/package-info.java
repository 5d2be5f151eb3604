/** The command line of reports.jar. */
@NullMarked
package dev.heddle.reports.command;

import org.jspecify.annotations.NullMarked;
