package dev.heddle.stub;

import java.util.List;
import java.util.function.LongToIntFunction;
import java.util.function.Supplier;

/**
 * When and what to answer. A reply is kept for as long as a connection repeats the same request;
 * what differs between repetitions is decided by their number (see {@link Numbers}).
 */
sealed interface Reply {

  /** The same content at once, each time. */
  record Now(Content content) implements Reply {}

  /** The same content, no earlier than a delay after the request was read. */
  record After(Delay delay, Content content) implements Reply {}

  /** Content made anew for each request, on the event loop. */
  record Fresh(Supplier<Content> content) implements Reply {}

  /** Content that a fault spoils. */
  record Spoiled(Fault fault, Content content) implements Reply {}

  /** Content whose bytes come one by one. */
  record Dripped(long bytesPerSecond, Content content) implements Reply {}

  /**
   * One of several replies.
   *
   * @param choice the index of the reply to the request of a number
   */
  record OneOf(LongToIntFunction choice, List<Reply> replies) implements Reply {}
}
