package dev.heddle.stub;

import java.util.function.Supplier;

/** What the wait for an answer ends in. */
sealed interface Ending {

  /** An answer prepared ahead. */
  record Whole(Answer answer) implements Ending {}

  /** An answer made when its turn comes. */
  record Made(Supplier<Answer> answer) implements Ending {}

  /** An answer that a fault spoils. */
  record Spoiled(Fault fault, Answer answer) implements Ending {}

  /** An answer that comes byte by byte. */
  record Dripped(long bytesPerSecond, Answer answer) implements Ending {}
}
