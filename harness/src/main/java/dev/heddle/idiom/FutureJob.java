package dev.heddle.idiom;

import java.util.concurrent.CompletableFuture;

/** Starts something and returns the future of its value. */
@FunctionalInterface
interface FutureJob {
  CompletableFuture<Object> start();
}
