package dev.heddle.profile;

/** A number that a system or JVM counts up, or tells for the moment. */
@FunctionalInterface
interface Counter {

  /** What it says where it cannot be told. */
  long UNKNOWN = -1;

  /** The number now; {@link #UNKNOWN} where it cannot be told. */
  long read();
}
