@NullMarked
package dev.heddle.reports.html;

import org.jspecify.annotations.NullMarked;
