package dev.heddle.stub;

/** The turn of the request of a number; the same one for most routes. */
@FunctionalInterface
interface Turns {
  Turn of(long number);
}
