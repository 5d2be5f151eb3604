/** Result files as records: JMH's JSON of any project, and the environment beside it. */
@NullMarked
package dev.heddle.reports.read;

import org.jspecify.annotations.NullMarked;
