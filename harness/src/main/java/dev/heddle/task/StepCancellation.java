package dev.heddle.task;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * How a request to cancel reaches a body that runs in steps and has no thread of its own. As with
 * asyncio's tasks, a body that is suspended is told through the hook of what it waits for; one that
 * is running is told when it next suspends.
 *
 * <p>Whoever wins ends the suspension: {@link #resume} for what was waited for, else the hook's
 * action, which sees to it that the wait ends, whereupon {@link #delivered} is called. {@link
 * #request} is for any thread.
 */
public final class StepCancellation implements Cancellation {

  private enum Signal {
    /** Asked to cancel while running. */
    PENDING,
    /** The hook was taken; what was waited for is being ended. */
    DELIVERING,
    ENDED
  }

  private static final VarHandle SIGNAL;
  private static final VarHandle REQUESTS;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      SIGNAL = lookup.findVarHandle(StepCancellation.class, "signal", Object.class);
      REQUESTS = lookup.findVarHandle(StepCancellation.class, "requests", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final Executor steps;

  /** Null while running, the hook (a {@link Runnable}) while suspended, else a {@link Signal}. */
  private volatile @Nullable Object signal;

  private volatile int requests;

  /**
   * A body that has not begun.
   *
   * @param steps runs the hooks' actions, where the body's steps run
   */
  public StepCancellation(Executor steps) {
    this.steps = steps;
  }

  @Override
  public boolean request() {
    REQUESTS.getAndAdd(this, 1);
    return deliver();
  }

  @Override
  public int requests() {
    return requests;
  }

  /** Whoever asks meanwhile counts first and looks at the signal then, and so is not lost. */
  @Override
  public boolean takeBack(int before) {
    int left = (int) REQUESTS.getAndAdd(this, -1) - 1;
    if (left > before || !SIGNAL.compareAndSet(this, Signal.PENDING, null)) {
      return false;
    }
    if (requests > before) {
      redeliver();
    }
    return true;
  }

  @Override
  public void redeliver() {
    deliver();
  }

  private boolean deliver() {
    while (true) {
      Object seen = signal;
      switch (seen) {
        case null -> {
          if (SIGNAL.compareAndSet(this, null, Signal.PENDING)) {
            return true;
          }
        }
        case Runnable hook -> {
          if (SIGNAL.compareAndSet(this, seen, Signal.DELIVERING)) {
            steps.execute(hook);
            return true;
          }
        }
        default -> {
          return seen != Signal.ENDED;
        }
      }
    }
  }

  /** False if the body was cancelled before it began, in which case it must not run. */
  public boolean begin() {
    return !SIGNAL.compareAndSet(this, Signal.PENDING, Signal.ENDED);
  }

  /** Suspends the body. If a request is pending, the hook is run at once. */
  public void suspend(Runnable hook) {
    if (!SIGNAL.compareAndSet(this, null, hook)) {
      signal = Signal.DELIVERING;
      steps.execute(hook);
    }
  }

  /**
   * Whether what was waited for may end the suspension that set this hook; only the first to ask
   * hears true.
   */
  public boolean resume(Runnable hook) {
    return SIGNAL.compareAndSet(this, hook, null);
  }

  /**
   * After the hook's action: the body goes on, with its cancellation. Only the first to ask hears
   * true.
   */
  public boolean delivered() {
    return SIGNAL.compareAndSet(this, Signal.DELIVERING, null);
  }

  /**
   * Ends the body.
   *
   * @return how it ended: as it says, or cancelled if a request was made that it never saw
   */
  public <R> Outcome<R> end(Outcome<R> outcome) {
    boolean unseen = SIGNAL.getAndSet(this, Signal.ENDED) == Signal.PENDING;
    return unseen && outcome instanceof Outcome.Success<R>
        ? new Outcome.Cancelled<>(new CancellationException("cancelled before its end"))
        : outcome;
  }
}
