package dev.heddle.load;

import dev.heddle.model.ExecutionModel;
import dev.heddle.os.TimerSlack;
import dev.heddle.plan.Plan;
import dev.heddle.task.Task;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongFunction;

/**
 * Offers a load to a model, on a thread of its own. Each arrival starts a plan and waits for none.
 * A driver that comes late starts what it owes at once, each with the time at which it was to
 * start, so that a delay of driver, model or server shows in every response time that it caused and
 * none is left out (coordinated omission).
 */
public final class LoadRun {

  private static final Duration UNWINDING = Duration.ofSeconds(10);
  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

  /** Told of each arrival on the driver's thread, before its plan starts. */
  @FunctionalInterface
  public interface Listener {

    /** Takes no notice. */
    Listener NONE = (number, intendedNanos) -> {};

    /**
     * An arrival.
     *
     * @param number from 0, warm-up included
     * @param intendedNanos when it was to be, from the beginning
     */
    void arrived(long number, long intendedNanos);
  }

  private final ExecutionModel model;
  private final LongFunction<? extends Plan<?>> plans;
  private final LoadSpec spec;
  private final Listener listener;
  private final Pacer pacer;
  private final Ledger warmUp = new Ledger();
  private final Ledger measured = new Ledger();
  private final AtomicInteger inFlight = new AtomicInteger();
  private int highestInFlight;

  private LoadRun(
      ExecutionModel model,
      LongFunction<? extends Plan<?>> plans,
      LoadSpec spec,
      Listener listener) {
    this.model = model;
    this.plans = plans;
    this.spec = spec;
    this.listener = listener;
    this.pacer = new Pacer(spec.pacing());
  }

  /**
   * Offers a load and waits for its end.
   *
   * @param plans the plan of each arrival, by its number from 0
   * @throws InterruptedException if the calling thread is interrupted; the driver then stops as
   *     well, and plans under way are left to the model
   */
  public static LoadResult of(
      ExecutionModel model, LongFunction<? extends Plan<?>> plans, LoadSpec spec)
      throws InterruptedException {
    return of(model, plans, spec, Listener.NONE);
  }

  /** The same, telling a listener of each arrival. */
  public static LoadResult of(
      ExecutionModel model, LongFunction<? extends Plan<?>> plans, LoadSpec spec, Listener listener)
      throws InterruptedException {
    FutureTask<LoadResult> result =
        new FutureTask<>(() -> new LoadRun(model, plans, spec, listener).drive());
    Thread driver = Thread.ofPlatform().name("heddle-load").daemon().start(result);
    try {
      return result.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the driver failed: " + e.getCause(), e.getCause());
    } catch (InterruptedException e) {
      driver.interrupt();
      throw e;
    }
  }

  private LoadResult drive() throws InterruptedException {
    TimerSlack.lower();
    long begin = System.nanoTime();
    offer(begin);
    awaitEnds(spec.drain());
    if (inFlight.get() > 0) {
      model.tasks().forEach(Task::cancel);
      awaitEnds(UNWINDING);
    }
    long warm = spec.warmUp().toNanos();
    return new LoadResult(
        warmUp.result(begin, Math.max(1, warm)),
        measured.result(begin + warm, spec.duration().toNanos()),
        highestInFlight);
  }

  private void offer(long begin) throws InterruptedException {
    long counts = spec.warmUp().toNanos();
    long end = counts + spec.duration().toNanos();
    long timeIsUp = begin + end + spec.drain().toNanos();
    Arrivals.Schedule schedule = new Ramp(spec.arrivals().schedule(), counts);
    long number = 0;
    for (long at = schedule.next(); at < end; at = schedule.next()) {
      Ledger ledger = at < counts ? warmUp : measured;
      Plan<?> plan = plans.apply(number); // Made while there is time.
      long now = pacer.awaitUntil(begin + at);
      if (now > timeIsUp) {
        ledger.tooLate();
      } else {
        listener.arrived(number, at);
        arrive(plan, begin + at, ledger);
      }
      number++;
    }
  }

  private void arrive(Plan<?> plan, long intended, Ledger ledger) {
    if (inFlight.get() >= spec.mostInFlight()) {
      ledger.tooMany();
      return;
    }
    highestInFlight = Math.max(highestInFlight, inFlight.incrementAndGet());
    long started = System.nanoTime();
    try {
      start(plan, ledger, intended, started);
      ledger.started(started - intended);
    } catch (RuntimeException | OutOfMemoryError e) {
      // A model that is at its end: no thread to be had, or closed.
      inFlight.decrementAndGet();
      ledger.refused(e);
    }
  }

  private <R> void start(Plan<R> plan, Ledger ledger, long intended, long started) {
    Task<R> task = model.start(plan);
    task.whenDone(
        done -> {
          ledger.ended(done, intended, started);
          inFlight.decrementAndGet();
        });
  }

  private void awaitEnds(Duration bound) throws InterruptedException {
    long begin = System.nanoTime();
    while (inFlight.get() > 0 && System.nanoTime() - begin < bound.toNanos()) {
      LockSupport.parkNanos(LOOK_NANOS);
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
    }
  }
}
