package dev.heddle.model;

import dev.heddle.task.StepCancellation;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * One wait of a body that runs in steps. It is over when what was waited for has ended. If the body
 * was cancelled meanwhile, it is over when both the cancellation has been passed on and what was
 * waited for has ended.
 */
final class Suspension implements StepCancellation.Hook {

  /** Goes on with the body. */
  interface Resumption {

    /**
     * Called once, when the wait is over.
     *
     * @param cancelled whether the body gets a cancellation, whatever became of what it waited for
     */
    void resume(boolean cancelled);
  }

  private final StepCancellation cancellation;
  private final BooleanSupplier passOn;
  private final Resumption resumption;
  private final BooleanSupplier passOnAgain;
  private final AtomicInteger missing = new AtomicInteger(2);
  private boolean sourceDecides;

  private Suspension(
      StepCancellation cancellation,
      BooleanSupplier passOn,
      BooleanSupplier passOnAgain,
      Resumption resumption) {
    this.cancellation = cancellation;
    this.passOn = passOn;
    this.passOnAgain = passOnAgain;
    this.resumption = resumption;
  }

  /**
   * Suspends the body. What is waited for calls {@link #ended} after this has returned.
   *
   * @param passOn passes a cancellation on to what is waited for; true if that now decides what the
   *     body gets, false if the body gets a cancellation
   * @param passOnAgain passes a further cancellation on, if what is waited for has not ended by
   *     then
   */
  static Suspension begin(
      StepCancellation cancellation,
      BooleanSupplier passOn,
      BooleanSupplier passOnAgain,
      Resumption resumption) {
    Suspension suspension = new Suspension(cancellation, passOn, passOnAgain, resumption);
    cancellation.suspend(suspension);
    return suspension;
  }

  /**
   * The wait may be over early, unless the body has been cancelled: then it lasts until {@link
   * #ended}.
   */
  void endIfUndisturbed() {
    if (cancellation.resume(this)) {
      resumption.resume(false);
    }
  }

  /** What was waited for has ended. */
  void ended() {
    if (cancellation.resume(this)) {
      resumption.resume(false);
    } else {
      oneOfBoth();
    }
  }

  /** The body was cancelled: called once by its {@link StepCancellation}. */
  @Override
  public void run() {
    sourceDecides = passOn.getAsBoolean();
    oneOfBoth();
  }

  /** The body was cancelled once more: the first request has been passed on by then. */
  @Override
  public void again() {
    if (missing.get() > 0) {
      var unused = passOnAgain.getAsBoolean();
    }
  }

  private void oneOfBoth() {
    if (missing.decrementAndGet() == 0) {
      cancellation.delivered();
      resumption.resume(!sourceDecides);
    }
  }
}
