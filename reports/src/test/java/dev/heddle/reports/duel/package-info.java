@NullMarked
package dev.heddle.reports.duel;

import org.jspecify.annotations.NullMarked;
