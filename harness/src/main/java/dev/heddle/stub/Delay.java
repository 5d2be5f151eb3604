package dev.heddle.stub;

/** How long a request's answer waits, in nanoseconds. A pure function of the request's number. */
@FunctionalInterface
interface Delay {

  /** No delay at all. */
  Delay NONE = number -> 0;

  long nanos(long number);
}
