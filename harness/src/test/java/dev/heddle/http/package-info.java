/** One contract for every transport, against a server that does exactly what a test says. */
@NullMarked
package dev.heddle.http;

import org.jspecify.annotations.NullMarked;
