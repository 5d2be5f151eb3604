@NullMarked
package dev.heddle.profile;

import org.jspecify.annotations.NullMarked;
