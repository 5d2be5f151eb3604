/** What a measurement was made on, and the instruments that watch it. */
@NullMarked
package dev.heddle.measure;

import org.jspecify.annotations.NullMarked;
