/** The one place that touches the preview API {@code java.util.concurrent.StructuredTaskScope}. */
@NullMarked
package dev.heddle.scope;

import org.jspecify.annotations.NullMarked;
