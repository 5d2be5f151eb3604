package dev.heddle.stub;

import java.util.function.Supplier;

/**
 * When and what to answer. A reply is kept for as long as a connection repeats the same request.
 */
sealed interface Reply {

  /** The same content at once, each time. */
  record Now(Content content) implements Reply {}

  /** The same content, no earlier than so many nanoseconds after the request was read. */
  record After(long nanos, Content content) implements Reply {}

  /** Content made anew for each request, on the event loop. */
  record Fresh(Supplier<Content> content) implements Reply {}
}
