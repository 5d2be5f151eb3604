/**
 * Scenarios that users write as YAML: read with the place of every mistake, and made into plans.
 */
@NullMarked
package dev.heddle.load.scenario;

import org.jspecify.annotations.NullMarked;
