/** HTTP exchanges over interchangeable transports, under one policy for all of them. */
@NullMarked
package dev.heddle.http;

import org.jspecify.annotations.NullMarked;
