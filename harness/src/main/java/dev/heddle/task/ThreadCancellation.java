package dev.heddle.task;

import java.io.InterruptedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * How a request to cancel reaches a body that has a thread to itself: through the hook of what it
 * is blocked in, else by an interrupt. An interrupt never arrives after the body has ended, so a
 * pooled thread can go on to the next one.
 *
 * <p>{@link #begin}, {@link #end}, {@link #outcomeOf} and the methods of {@link CancelHook} are for
 * the body's thread, {@link #request} for any.
 */
public final class ThreadCancellation implements Cancellation, CancelHook {

  private enum Signal {
    RUNNING,
    /** Asked to cancel before the body began. */
    PENDING,
    /** Somebody is about to call {@link Thread#interrupt}. */
    INTERRUPTING,
    INTERRUPTED,
    /** Delivered through the hook. */
    HOOKED,
    ENDED
  }

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
    if (left > before || settled() != Signal.INTERRUPTED || !Thread.interrupted()) {
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
          if (SIGNAL.compareAndSet(this, seen, Signal.HOOKED)) {
            hook.run();
            return true;
          }
        }
        case Signal.RUNNING -> {
          if (SIGNAL.compareAndSet(this, seen, Signal.INTERRUPTING)) {
            interruptBody();
            return true;
          }
        }
        case Signal.INTERRUPTED -> {
          if (interruptIsPending() || !SIGNAL.compareAndSet(this, seen, Signal.INTERRUPTING)) {
            return true;
          }
          interruptBody();
          return true;
        }
        case Signal.ENDED -> {
          return false;
        }
        default -> {
          return true;
        }
      }
    }
  }

  /** A request that comes before the body has noticed the one before is the same request. */
  private boolean interruptIsPending() {
    Thread target = thread;
    return target != null && target.isInterrupted();
  }

  private void interruptBody() {
    Thread target = thread;
    if (target != null) {
      target.interrupt();
    }
    signal = Signal.INTERRUPTED;
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
    return seen == Signal.INTERRUPTED && Thread.interrupted();
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
      case ClosedByInterruptException closed -> requests > 0;
      case SocketTimeoutException timeout -> false;
      case InterruptedIOException interrupt -> requests > 0;
      case SocketException closed ->
          requests > 0 && "Closed by interrupt".equals(closed.getMessage());
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

  @Override
  public void onCancel(Runnable action) throws InterruptedException {
    Object seen;
    do {
      seen = settled();
      if (Thread.interrupted()) {
        throw new InterruptedException("cancelled before the work began");
      }
    } while (!SIGNAL.compareAndSet(this, seen, action));
  }

  @Override
  public boolean clear() {
    Object seen = SIGNAL.getAndSet(this, Signal.RUNNING);
    return seen instanceof Runnable;
  }

  /** The signal, once nobody is in the middle of interrupting this thread. */
  @SuppressWarnings("ThreadPriorityCheck") // Whoever interrupts may need this carrier to go on.
  private @Nullable Object settled() {
    Object seen;
    while ((seen = signal) == Signal.INTERRUPTING) {
      Thread.yield();
    }
    return seen;
  }
}
