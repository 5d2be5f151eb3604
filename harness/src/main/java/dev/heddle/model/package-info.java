/** Five execution models, each of which interprets the same plans with the same semantics. */
@NullMarked
package dev.heddle.model;

import org.jspecify.annotations.NullMarked;
