/** The task handle, its outcome, and how a request to cancel reaches a running body. */
@NullMarked
package dev.heddle.task;

import org.jspecify.annotations.NullMarked;
