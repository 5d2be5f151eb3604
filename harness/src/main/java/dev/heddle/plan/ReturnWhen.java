package dev.heddle.plan;

/** When a {@link Wait} returns, in the words of {@code asyncio.wait}. */
public enum ReturnWhen {
  /** As soon as any task has ended, however it ended. */
  FIRST_COMPLETED,
  /** As soon as any task has failed; a cancelled task is none that failed. */
  FIRST_EXCEPTION,
  /** When all have ended. */
  ALL_COMPLETED
}
