/**
 * Random plans on every model, held against a reference that knows which outcomes the contract
 * allows.
 *
 * <p>A {@link dev.heddle.model.random.Script} says what is done, as data. {@link
 * dev.heddle.model.random.Reference} explores all its interleavings and yields the allowed endings;
 * {@link dev.heddle.model.random.PlanBuilder} makes the plan of it that a model runs; {@link
 * dev.heddle.model.random.Differential} compares the two.
 */
@NullMarked
package dev.heddle.model.random;

import org.jspecify.annotations.NullMarked;
