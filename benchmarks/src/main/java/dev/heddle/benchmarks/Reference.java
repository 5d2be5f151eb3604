package dev.heddle.benchmarks;

/** What can run beside the models without being one. */
enum Reference {
  /** Python's asyncio. */
  ASYNCIO
}
