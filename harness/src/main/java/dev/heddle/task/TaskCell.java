package dev.heddle.task;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The task that a model hands out. A model completes it once, when the body has ended; nobody else
 * can, which is why it is neither a {@code CompletableFuture} nor a {@code Promise}.
 *
 * @param <R> the type of the result
 */
public final class TaskCell<R> implements Task<R>, Leftovers.Leftover {

  private static final AtomicLong NUMBERS = new AtomicLong();
  private static final VarHandle STATE;
  private static final VarHandle NAME;

  static {
    try {
      STATE = MethodHandles.lookup().findVarHandle(TaskCell.class, "state", Object.class);
      NAME = MethodHandles.lookup().findVarHandle(TaskCell.class, "name", String.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** A listener and those that were added before it. */
  private record Listeners<R>(Consumer<? super Task<R>> listener, @Nullable Listeners<R> earlier) {

    @Nullable Listeners<R> without(Consumer<? super Task<R>> gone) {
      Listeners<R> kept = null;
      for (Listeners<R> l = reversed(); l != null; l = l.earlier()) {
        if (l.listener() != gone) {
          kept = new Listeners<>(l.listener(), kept);
        }
      }
      return kept;
    }

    Listeners<R> reversed() {
      Listeners<R> ordered = new Listeners<>(listener, null);
      for (Listeners<R> l = earlier; l != null; l = l.earlier()) {
        ordered = new Listeners<>(l.listener(), ordered);
      }
      return ordered;
    }
  }

  private final Cancellable canceller;

  /** Null until somebody gives one or asks for one: most tasks live and die without. */
  private volatile @Nullable String name;

  /** While running: null or {@link Listeners}. Afterwards: the {@link Outcome}. */
  private volatile @Nullable Object state;

  private volatile boolean retrieved;

  private volatile @Nullable Consumer<? super Outcome<R>> beforeDone;

  /**
   * A running task.
   *
   * @param name its name; empty for {@code Task-<n>} with a number of its own in this process
   * @param canceller passes a request on to the body; true unless the body has ended
   */
  public TaskCell(Optional<String> name, Cancellable canceller) {
    this.name = name.orElse(null);
    this.canceller = canceller;
  }

  @Override
  public String name() {
    String known = name;
    if (known != null) {
      return known;
    }
    NAME.compareAndSet(this, null, "Task-" + NUMBERS.incrementAndGet());
    return Objects.requireNonNull(name);
  }

  @Override
  public void setName(String name) {
    this.name = name;
  }

  @Override
  public boolean cancel() {
    return !isDone() && canceller.request();
  }

  @Override
  public void requestCancel() {
    cancel();
  }

  @Override
  public void tasks(Consumer<? super Task<?>> each) {
    if (!isDone()) {
      each.accept(this);
    }
  }

  /** As {@link Cancellable#announce}: requests cancellation, and what is returned delivers it. */
  public Runnable announceCancel() {
    return isDone() ? () -> {} : canceller.announce();
  }

  @Override
  public Future.State state() {
    return switch (state) {
      case Outcome.Success<?> success -> Future.State.SUCCESS;
      case Outcome.Failure<?> failure -> Future.State.FAILED;
      case Outcome.Cancelled<?> cancelled -> Future.State.CANCELLED;
      case null, default -> Future.State.RUNNING;
    };
  }

  @Override
  public Outcome<R> outcome() {
    Outcome<R> outcome = ended();
    if (outcome == null) {
      throw new IllegalStateException("Task '%s' has not ended; await it first".formatted(name()));
    }
    if (outcome instanceof Outcome.Failure<R>) {
      retrieved = true;
    }
    return outcome;
  }

  /** The failure that this task ended with, if nobody has looked at it. */
  public Optional<Throwable> neverRetrieved() {
    return ended() instanceof Outcome.Failure<R>(Throwable cause) && !retrieved
        ? Optional.of(cause)
        : Optional.empty();
  }

  @SuppressWarnings("unchecked") // complete() is the only writer of an Outcome.
  private @Nullable Outcome<R> ended() {
    return state instanceof Outcome<?> outcome ? (Outcome<R>) outcome : null;
  }

  @Override
  public R await() throws Exception {
    awaitEnd();
    return result();
  }

  /**
   * Blocks until the task has ended, without looking at how.
   *
   * @throws InterruptedException if the waiting thread is interrupted
   * @throws IllegalStateException on a thread that must not block
   */
  @Override
  public void awaitEnd() throws InterruptedException {
    if (isDone()) {
      return;
    }
    NonBlocking.refuse("Awaiting task '" + name() + "'");
    Thread waiter = Thread.currentThread();
    Consumer<Task<R>> waker = task -> LockSupport.unpark(waiter);
    whenDone(waker);
    while (!isDone()) {
      LockSupport.park(this);
      if (!isDone() && Thread.interrupted()) {
        forget(waker);
        throw new InterruptedException("interrupted while awaiting task '" + name() + "'");
      }
    }
  }

  @Override
  @SuppressWarnings("unchecked") // Only whenDone() writes Listeners, of this task's own type.
  public void whenDone(Consumer<? super Task<R>> listener) {
    while (true) {
      Object seen = state;
      if (seen instanceof Outcome<?>) {
        tell(listener);
        return;
      }
      if (STATE.compareAndSet(this, seen, new Listeners<>(listener, (Listeners<R>) seen))) {
        return;
      }
    }
  }

  @Override
  @SuppressWarnings("unchecked") // Only whenDone() writes Listeners, of this task's own type.
  public void forget(Consumer<? super Task<R>> listener) {
    while (true) {
      Object seen = state;
      if (!(seen instanceof Listeners<?> listeners)
          || STATE.compareAndSet(this, seen, ((Listeners<R>) listeners).without(listener))) {
        return;
      }
    }
  }

  /**
   * Has the outcome told before anybody can see the task as done. At most one can listen so, and
   * only together with an ordinary listener, which is called in any case.
   *
   * @param early called at most once, on the thread that ends the task
   * @param listener as for {@link #whenDone}
   */
  public void beforeDone(Consumer<? super Outcome<R>> early, Consumer<? super Task<R>> listener) {
    beforeDone = early;
    whenDone(listener);
  }

  /**
   * Ends the task. Called once, by its model, when the body has ended; listeners run on the calling
   * thread, in the order in which they were added.
   */
  @SuppressWarnings("unchecked") // Before the one call of this method, only listeners are written.
  public void complete(Outcome<R> outcome) {
    var listeners = (Listeners<R>) end(outcome);
    if (listeners != null) {
      for (var l = listeners.reversed(); l != null; l = l.earlier()) {
        tell(l.listener());
      }
    }
  }

  /** Whoever listens early has changed the state after saying so, and is not missed here. */
  private @Nullable Object end(Outcome<R> outcome) {
    boolean told = false;
    while (true) {
      Object seen = state;
      Consumer<? super Outcome<R>> early = beforeDone;
      if (early != null && !told) {
        told = true;
        tell(task -> early.accept(outcome));
      }
      if (STATE.compareAndSet(this, seen, outcome)) {
        return seen;
      }
    }
  }

  /** A listener that throws must not keep others from being told. */
  private void tell(Consumer<? super Task<R>> listener) {
    try {
      listener.accept(this);
    } catch (Throwable thrown) {
      Thread current = Thread.currentThread();
      current.getUncaughtExceptionHandler().uncaughtException(current, thrown);
    }
  }

  @Override
  public String toString() {
    return "Task[name=" + name() + ", state=" + state() + "]";
  }
}
