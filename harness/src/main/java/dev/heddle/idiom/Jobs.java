package dev.heddle.idiom;

import dev.heddle.plan.Compute;
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

  /** Burns CPU where people let such code run. */
  J compute(Compute compute);

  /**
   * A job, then a step with its value. To cancel the whole is not to cancel the job wherever the
   * form's futures do not pass that on.
   */
  J then(J job, Step step);

  /** Fails with that very object. */
  J fail(Exception failure);

  /** Goes on with a value; must not wait. */
  @FunctionalInterface
  interface Step {

    /** Returns the value of the whole; what it throws is the failure. */
    Object apply(Object value) throws Exception;
  }
}
