package dev.heddle.load;

import dev.heddle.model.ExecutionModel;
import dev.heddle.plan.Plan;
import dev.heddle.task.Outcome;
import dev.heddle.task.Task;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongFunction;

/**
 * Keeps a number of plans under way: whenever one has ended the next starts. What comes of it in a
 * second is the most that this way of asking can do here, and says nothing of response times, which
 * a closed loop flatters.
 */
public final class ClosedLoop {

  private static final Duration UNWINDING = Duration.ofSeconds(10);

  private ClosedLoop() {}

  /**
   * What came of it.
   *
   * @param succeeded plans that yielded a value
   * @param spoilt plans that ended otherwise, or not within ten seconds of the end
   * @param perSecond plans that yielded a value, per second
   */
  public record Reading(long succeeded, long spoilt, double perSecond) {}

  /**
   * Drives a model from the calling thread.
   *
   * @param plans the plan of each start, by its number from 0
   * @param underWay how many plans are unfinished at once, 1 or more
   * @param time for how long plans are started
   * @throws InterruptedException if the calling thread is interrupted; plans under way are left to
   *     the model
   */
  public static Reading of(
      ExecutionModel model, LongFunction<? extends Plan<?>> plans, int underWay, Duration time)
      throws InterruptedException {
    Semaphore free = new Semaphore(underWay);
    LongAdder succeeded = new LongAdder();
    long begin = System.nanoTime();
    long started = 0;
    while (System.nanoTime() - begin < time.toNanos()) {
      if (free.tryAcquire(time.toNanos(), TimeUnit.NANOSECONDS)) {
        start(model, plans.apply(started++), free, succeeded);
      }
    }
    boolean _ = free.tryAcquire(underWay, UNWINDING.toNanos(), TimeUnit.NANOSECONDS);
    long took = System.nanoTime() - begin;
    long yielded = succeeded.sum();
    return new Reading(yielded, started - yielded, yielded * 1e9 / took);
  }

  private static <R> void start(
      ExecutionModel model, Plan<R> plan, Semaphore free, LongAdder succeeded) {
    Task<R> task = model.start(plan);
    task.whenDone(
        done -> {
          if (done.outcome() instanceof Outcome.Success<?>) {
            succeeded.increment();
          }
          free.release();
        });
  }
}
