package dev.heddle.model.random;

import java.util.Set;

/** How a plan or a part of it ended, as the reference and the models can be compared. */
@SuppressWarnings("ClassInitializationDeadlock") // A record without initializers of its own.
sealed interface Ending {

  Ending CANCELLED = new Cancelled();

  /** {@code value} is an Integer, a Boolean, {@link Script#UNIT}, an Ending, or a List of such. */
  record Value(Object value) implements Ending {}

  record Failed(Failure failure) implements Ending {}

  record Cancelled() implements Ending {}

  static Ending failed(Failure failure) {
    return new Failed(failure);
  }

  default boolean isValue() {
    return this instanceof Value;
  }

  default boolean isFailure() {
    return this instanceof Failed;
  }

  /** Which failure it was. */
  sealed interface Failure {

    /** The identical object that the script planted under that number. */
    record Planted(int number) implements Failure {}

    /** A group exception with exactly these failures, in whatever order. */
    record Grouped(Set<Failure> failures) implements Failure {

      public Grouped {
        failures = Set.copyOf(failures);
      }
    }

    enum Known implements Failure {
      TIMED_OUT,
      /** A task was added to a group that was shutting down or had finished. */
      REFUSED
    }

    /** Anything else; the reference never allows it. */
    record Stray(String what) implements Failure {}
  }
}
