package dev.heddle.stub;

import java.util.Locale;

/** How a request of an open loop ended. Each ends in exactly one of these ways. */
enum LoadEnding {
  /** A whole response came, of whatever status. */
  COMPLETED,
  /** The connection was reset, before or in the response. */
  RESET,
  /** The connection was closed in order before any byte of a response. */
  CLOSED_BEFORE_ANSWER,
  /** The connection was closed in order in the middle of the response. */
  CLOSED_IN_ANSWER,
  /** What came is no response that {@link LoadResponse} can read. */
  GARBAGE,
  /** No whole response came in time, and the client closed the connection. */
  TIMED_OUT,
  /** There was no connection to send it on. The only one of these that was never sent. */
  CONNECT_FAILED;

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
