/** JMH profilers, in a package of their own, since {@code -prof} takes their class names. */
@NullMarked
package dev.heddle.profile;

import org.jspecify.annotations.NullMarked;
