/** A reference beside the models: asyncio itself, measured in the same rounds. */
@NullMarked
package dev.heddle.benchmarks.reference;

import org.jspecify.annotations.NullMarked;
