package dev.heddle.task;

import java.io.InterruptedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * How a request to cancel reaches a body that has a thread to itself: through the hook of what it
 * is blocked in, else by an interrupt. An interrupt never arrives after the body has ended, so a
 * pooled thread can go on to the next one.
 *
 * <p>{@link #begin}, {@link #end}, {@link #outcomeOf} and the methods of {@link CancelHook} are for
 * the body's thread, {@link #ask} for any.
 */
public final class ThreadCancellation implements Cancellation, CancelHook {

  private enum Signal {
    RUNNING,
    /** Asked to cancel before the body began. */
    PENDING,
    /** Somebody is about to call {@link Thread#interrupt}. */
    INTERRUPTING,
    /** Asked again meanwhile. */
    INTERRUPTING_AGAIN,
    INTERRUPTED,
    /** Requested when an interrupt was pending that somebody else had sent to the thread. */
    INTERRUPTED_BY_OTHERS,
    /** Interrupted again by a request that the body has noticed before. */
    REDELIVERED,
    /** Delivered through the hook. */
    HOOKED,
    ENDED
  }

  private static final Optional<Runnable> NOTHING_TO_DO = Optional.of(() -> {});
  private static final VarHandle SIGNAL;
  private static final VarHandle REQUESTS;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      SIGNAL = lookup.findVarHandle(ThreadCancellation.class, "signal", Object.class);
      REQUESTS = lookup.findVarHandle(ThreadCancellation.class, "requests", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /**
   * Null before the body has begun, the hook (a {@link Runnable}) while one is set, else a {@link
   * Signal}.
   */
  private volatile @Nullable Object signal;

  /** Written before {@link #signal} leaves null. */
  private @Nullable Thread thread;

  private volatile int requests;

  @Override
  public Optional<Runnable> ask() {
    REQUESTS.getAndAdd(this, 1);
    return take();
  }

  @Override
  public int requests() {
    return requests;
  }

  /** An interrupt that somebody sent to the caller of a run is pending as well. */
  @Override
  public Mark mark() {
    return new Mark(requests, Thread.currentThread() == thread && thread.isInterrupted());
  }

  /** Whoever asks meanwhile counts first and looks at the signal then, and so is not lost. */
  @Override
  public boolean takeBack(Mark mark) {
    int left = (int) REQUESTS.getAndAdd(this, -1) - 1;
    if (left > mark.requests()) {
      return false;
    }
    Object seen = settled();
    boolean ofOthers = mark.pending() || seen == Signal.INTERRUPTED_BY_OTHERS;
    if (ofOthers && Thread.currentThread().isInterrupted()) {
      return true;
    }
    boolean pending = isInterrupted(seen) && Thread.interrupted();
    if (pending && requests > mark.requests()) {
      redeliver();
    }
    return pending && seen == Signal.INTERRUPTED;
  }

  @Override
  public void redeliver() {
    restore();
    SIGNAL.compareAndSet(this, Signal.INTERRUPTED, Signal.REDELIVERED);
  }

  /** Delivers again what this thread took for a body that then never noticed it. */
  public void restore() {
    var unused = settled();
    deliver();
  }

  /** Whether a request is pending, which counts as noticed then. For the body's thread. */
  public boolean notice() {
    return requests > 0 && isInterrupted(settled()) && Thread.interrupted();
  }

  private static boolean isInterrupted(@Nullable Object seen) {
    return seen == Signal.INTERRUPTED
        || seen == Signal.INTERRUPTED_BY_OTHERS
        || seen == Signal.REDELIVERED;
  }

  private void deliver() {
    take().ifPresent(Runnable::run);
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
        case Runnable hook -> {
          return Optional.of(() -> deliver(hook));
        }
        case Signal.RUNNING,
            Signal.INTERRUPTED,
            Signal.INTERRUPTED_BY_OTHERS,
            Signal.REDELIVERED -> {
          if (seen != Signal.RUNNING && interruptIsPending()) {
            return NOTHING_TO_DO;
          }
          if (SIGNAL.compareAndSet(this, seen, Signal.INTERRUPTING)) {
            return Optional.of(this::interruptBody);
          }
        }
        case Signal.INTERRUPTING -> {
          if (SIGNAL.compareAndSet(this, seen, Signal.INTERRUPTING_AGAIN)) {
            return NOTHING_TO_DO;
          }
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

  private void deliver(Runnable hook) {
    if (SIGNAL.compareAndSet(this, hook, Signal.HOOKED)) {
      hook.run();
    } else {
      deliver();
    }
  }

  /** A request that comes before the body has noticed the one before is the same request. */
  private boolean interruptIsPending() {
    Thread target = thread;
    return target != null && target.isInterrupted();
  }

  /**
   * A request made before the interrupt is merged with it. After it, the body may have noticed
   * already, before this thread could say that it is done; then it is interrupted again.
   */
  private void interruptBody() {
    Thread target = thread;
    Signal interrupted = interruptIsPending() ? Signal.INTERRUPTED_BY_OTHERS : Signal.INTERRUPTED;
    do {
      signal = Signal.INTERRUPTING;
      if (target != null && !target.isInterrupted()) {
        target.interrupt();
      }
    } while (!SIGNAL.compareAndSet(this, Signal.INTERRUPTING, interrupted));
  }

  /**
   * Binds the body to the calling thread. False if it was cancelled before, in which case it must
   * not run.
   */
  public boolean begin() {
    thread = Thread.currentThread();
    if (SIGNAL.compareAndSet(this, null, Signal.RUNNING)) {
      return true;
    }
    signal = Signal.ENDED;
    return false;
  }

  /**
   * Binds the body to the calling thread, on behalf of one that runs already: a request that was
   * made before is pending.
   */
  public void beginOnBehalf() {
    thread = Thread.currentThread();
    if (!SIGNAL.compareAndSet(this, null, Signal.RUNNING)) {
      thread.interrupt();
      signal = Signal.INTERRUPTED;
    }
  }

  /**
   * Ends the body and takes back an interrupt that it did not notice.
   *
   * @return true if a request was made that the body never saw: it then counts as cancelled,
   *     whatever it returned
   */
  public boolean end() {
    Object seen;
    do {
      seen = settled();
    } while (!SIGNAL.compareAndSet(this, seen, Signal.ENDED));
    return isInterrupted(seen) && Thread.interrupted();
  }

  /** Runs a body from its beginning to its end on the calling thread, and tells how it ended. */
  public <R> Outcome<R> run(Callable<? extends R> body) {
    if (!begin()) {
      return Outcome.of(new CancellationException("cancelled before it began"));
    }
    R value;
    try {
      value = body.call();
    } catch (Throwable thrown) {
      return outcomeOf(thrown);
    }
    return end()
        ? Outcome.of(new CancellationException("cancelled before its end"))
        : new Outcome.Success<>(value);
  }

  /** Ends a body that threw, and tells whether that is its cancellation coming out or a failure. */
  public <R> Outcome<R> outcomeOf(Throwable thrown) {
    end();
    return classify(thrown);
  }

  /** Whether what the body threw is its cancellation coming out or a failure. */
  public <R> Outcome<R> classify(Throwable thrown) {
    return switch (thrown) {
      case CancellationException cancellation -> new Outcome.Cancelled<>(cancellation);
      case Throwable other when isCancellation(other) -> Outcome.cancelledBy(other);
      default -> new Outcome.Failure<>(thrown);
    };
  }

  /**
   * Whether what the body threw is a cancellation coming out of it. An interrupt also ends input
   * and output, with exceptions that mean a cancellation only where one was requested.
   */
  public boolean isCancellation(Throwable thrown) {
    return switch (thrown) {
      case Throwable plain when Outcome.isCancellation(plain) -> true;
      case ClosedByInterruptException closed -> isAsked();
      case SocketTimeoutException timeout -> false;
      case InterruptedIOException interrupt -> isAsked();
      case SocketException closed -> isAsked() && "Closed by interrupt".equals(closed.getMessage());
      default -> false;
    };
  }

  /**
   * The cancellation that the body caught. Input and output that ended by an interrupt leave it
   * set, though it has been delivered.
   */
  public CancellationException caught(Throwable thrown) {
    return switch (thrown) {
      case CancellationException cancellation -> cancellation;
      case InterruptedException interrupt -> Outcome.cancellationBy(interrupt);
      default -> {
        Thread.interrupted();
        yield Outcome.cancellationBy(thrown);
      }
    };
  }

  /** By a request, or by an interrupt of somebody else's, which such an exception leaves set. */
  private boolean isAsked() {
    return requests > 0 || Thread.currentThread().isInterrupted();
  }

  @Override
  public void onCancel(Runnable action) throws InterruptedException {
    Object seen;
    do {
      seen = settled();
      if (Thread.interrupted()) {
        throw new InterruptedException("cancelled before the work began");
      }
    } while (!SIGNAL.compareAndSet(this, seen, action));
    if (Thread.interrupted()) {
      clear();
      throw new InterruptedException("cancelled before the work began");
    }
  }

  @Override
  public boolean clear() {
    Object seen = SIGNAL.getAndSet(this, Signal.RUNNING);
    return seen instanceof Runnable;
  }

  private static boolean isBeingInterrupted(@Nullable Object seen) {
    return seen == Signal.INTERRUPTING || seen == Signal.INTERRUPTING_AGAIN;
  }

  /** The signal, once nobody is in the middle of interrupting this thread. */
  private @Nullable Object settled() {
    Object seen = signal;
    if (!isBeingInterrupted(seen)) {
      return seen;
    }
    BriefWait wait = new BriefWait();
    do {
      wait.giveWay();
      seen = signal;
    } while (isBeingInterrupted(seen));
    return seen;
  }
}
