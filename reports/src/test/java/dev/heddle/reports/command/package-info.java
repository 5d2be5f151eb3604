@NullMarked
package dev.heddle.reports.command;

import org.jspecify.annotations.NullMarked;
