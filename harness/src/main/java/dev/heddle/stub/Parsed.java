package dev.heddle.stub;

/** What a request head turned out to be. */
sealed interface Parsed permits Prepared, AwaitedBody {}
