/**
 * The local server that every measured exchange talks to: it echoes, answers with bytes or a
 * status, delays, and counts.
 *
 * <p>{@code StubServer} runs it in this JVM, {@code StubProcess} in one of its own that dies with
 * its parent. A route is one small file behind {@code Route}; {@code Connection} reads requests and
 * answers them in order.
 */
@NullMarked
package dev.heddle.stub;

import org.jspecify.annotations.NullMarked;
