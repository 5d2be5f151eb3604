package dev.heddle.http;

/** A connection whose exchange must end in time. Any thread may look at it. */
interface Expiring {

  /**
   * Closes the connection if its exchange is overdue at {@code now}, a {@link System#nanoTime}.
   *
   * @return nanoseconds until its deadline; {@link Long#MAX_VALUE} if it has none any more
   */
  long expireAt(long now);
}
