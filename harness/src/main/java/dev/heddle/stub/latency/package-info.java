/**
 * The delays that the stub draws: latency distributions, by name and arguments, and the numbers
 * that are put into them.
 *
 * <p>A delay is a pure function of a distribution, a seed and a key: {@code
 * distribution.nanos(Draw.uniform(seed, key))}. Two models that are measured with the same seed and
 * the same keys meet the same delays, in whatever order they ask (common random numbers). The
 * package stands alone: it knows neither Netty nor the stub.
 */
@NullMarked
package dev.heddle.stub.latency;

import org.jspecify.annotations.NullMarked;
