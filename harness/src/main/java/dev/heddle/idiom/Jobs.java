package dev.heddle.idiom;

import dev.heddle.plan.Request;
import java.time.Duration;

/**
 * What children do, in the form in which one model's hand-written code has it. A job is made once
 * and run any number of times.
 *
 * @param <J> that form: a call that blocks, or what starts a future
 */
public interface Jobs<J> {

  /** Does nothing. */
  J noOp();

  /** Sleeps. */
  J sleep(Duration duration);

  /** One exchange; a cancellation ends it where the form allows that. */
  J fetch(Request request);

  /** Fails with that very object. */
  J fail(Exception failure);
}
