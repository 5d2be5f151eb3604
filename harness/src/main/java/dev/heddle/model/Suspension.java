package dev.heddle.model;

import dev.heddle.task.StepCancellation;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
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

  /** How many of both have not come yet, when a cancellation has. */
  private static final int MISSING = 3;

  private static final int BOTH = 2;
  private static final int SOURCE_DECIDES = 4;
  private static final VarHandle STATE;

  static {
    try {
      STATE = MethodHandles.lookup().findVarHandle(Suspension.class, "state", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final StepCancellation cancellation;
  private final BooleanSupplier passOn;
  private final Resumption resumption;
  private final BooleanSupplier passOnAgain;

  /** {@link #MISSING} and {@link #SOURCE_DECIDES}: each child in flight has one of these. */
  private volatile int state = BOTH;

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
      oneOfBoth(0);
    }
  }

  /** The body was cancelled: called once by its {@link StepCancellation}. */
  @Override
  public void run() {
    oneOfBoth(passOn.getAsBoolean() ? SOURCE_DECIDES : 0);
  }

  /** The body was cancelled once more: the first request has been passed on by then. */
  @Override
  public void again() {
    if ((state & MISSING) > 0) {
      var unused = passOnAgain.getAsBoolean();
    }
  }

  private void oneOfBoth(int sourceDecides) {
    int after = (int) STATE.getAndAdd(this, sourceDecides - 1) + sourceDecides - 1;
    if ((after & MISSING) == 0) {
      cancellation.delivered();
      resumption.resume((after & SOURCE_DECIDES) == 0);
    }
  }
}
