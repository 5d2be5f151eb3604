package dev.heddle.task;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * How a request to cancel reaches a body that runs in steps and has no thread of its own. As with
 * asyncio's tasks, a body that is suspended is told through the hook of what it waits for; one that
 * is running is told when it next suspends.
 *
 * <p>Whoever wins ends the suspension: {@link #resume} for what was waited for, else the hook's
 * action, which sees to it that the wait ends, whereupon {@link #delivered} is called. {@link #ask}
 * is for any thread.
 */
public final class StepCancellation implements Cancellation {

  private enum Signal {
    /** Asked to cancel while running. */
    PENDING,
    /** Pending again after the body has noticed it once. */
    REDELIVERED,
    ENDED
  }

  private static final Optional<Runnable> NOTHING_TO_DO = Optional.of(() -> {});
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

  /** What a suspended body is told through. */
  public interface Hook extends Runnable {

    /** A further request, while what was waited for has not ended yet. */
    void again();
  }

  /** The hook was taken; what was waited for is being ended. */
  private record Delivering(Hook hook) {}

  private final Executor steps;

  /** Null while running, the {@link Hook} while suspended, else a {@link Signal}. */
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
  public Optional<Runnable> ask() {
    REQUESTS.getAndAdd(this, 1);
    return take();
  }

  @Override
  public int requests() {
    return requests;
  }

  @Override
  public Mark mark() {
    return new Mark(requests, isPending());
  }

  /** Whoever asks meanwhile counts first and looks at the signal then, and so is not lost. */
  @Override
  public boolean takeBack(Mark mark) {
    int left = (int) REQUESTS.getAndAdd(this, -1) - 1;
    if (left > mark.requests()) {
      return false;
    }
    if (mark.pending() && isPending()) {
      return true;
    }
    boolean unnoticed = SIGNAL.compareAndSet(this, Signal.PENDING, null);
    boolean pending = unnoticed || SIGNAL.compareAndSet(this, Signal.REDELIVERED, null);
    if (pending && requests > mark.requests()) {
      redeliver();
    }
    return unnoticed;
  }

  @Override
  public void redeliver() {
    take().ifPresent(Runnable::run);
    SIGNAL.compareAndSet(this, Signal.PENDING, Signal.REDELIVERED);
  }

  /** Whether a request waits for the body's next suspension. */
  public boolean isPending() {
    Object seen = signal;
    return seen == Signal.PENDING || seen == Signal.REDELIVERED;
  }

  /**
   * Takes the signal for a request; what is returned lets the body notice, empty if it has ended.
   */
  private Optional<Runnable> take() {
    while (true) {
      Object seen = signal;
      switch (seen) {
        case null -> {
          if (SIGNAL.compareAndSet(this, null, Signal.PENDING)) {
            return NOTHING_TO_DO;
          }
        }
        case Hook hook -> {
          if (SIGNAL.compareAndSet(this, seen, new Delivering(hook))) {
            return Optional.of(() -> steps.execute(hook));
          }
        }
        case Delivering(Hook hook) -> {
          return Optional.of(() -> steps.execute(hook::again));
        }
        case Signal.ENDED -> {
          return Optional.empty();
        }
        default -> {
          return NOTHING_TO_DO;
        }
      }
    }
  }

  /** False if the body was cancelled before it began, in which case it must not run. */
  public boolean begin() {
    return !SIGNAL.compareAndSet(this, Signal.PENDING, Signal.ENDED);
  }

  /** Suspends the body. If a request is pending, the hook is run at once. */
  public void suspend(Hook hook) {
    if (!SIGNAL.compareAndSet(this, null, hook)) {
      signal = new Delivering(hook);
      steps.execute(hook);
    }
  }

  /**
   * Whether what was waited for may end the suspension that set this hook; only the first to ask
   * hears true.
   */
  public boolean resume(Hook hook) {
    return SIGNAL.compareAndSet(this, hook, null);
  }

  /**
   * After the hook's action: the body goes on, with its cancellation. Only the first to ask hears
   * true.
   */
  public boolean delivered() {
    Object seen = signal;
    return seen instanceof Delivering && SIGNAL.compareAndSet(this, seen, null);
  }

  /**
   * Ends the body.
   *
   * @return how it ended: as it says, or cancelled if a request was made that it never saw
   */
  public <R> Outcome<R> end(Outcome<R> outcome) {
    Object last = SIGNAL.getAndSet(this, Signal.ENDED);
    boolean unseen = last == Signal.PENDING || last == Signal.REDELIVERED;
    return unseen && outcome instanceof Outcome.Success<R>
        ? new Outcome.Cancelled<>(new CancellationException("cancelled before its end"))
        : outcome;
  }
}
