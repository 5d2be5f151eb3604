package dev.heddle.model;

import dev.heddle.plan.Plan;
import dev.heddle.task.Leftovers;
import dev.heddle.task.Outcome;
import dev.heddle.task.StepCancellation;
import dev.heddle.task.Task;
import dev.heddle.task.TaskCell;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** A task whose body runs in steps. */
final class StepTask<R> implements Runnable, StepBody, Leftovers.Leftover, Consumer<Outcome<R>> {

  private final StepCancellation cancellation;
  private final Leftovers leftovers;
  private final TaskCell<R> cell;
  private final Plan<R> plan;
  private final StepWork work;

  /**
   * A task that has not begun. What its body starts and leaves behind goes to {@code leftovers}.
   */
  StepTask(
      Plan<R> plan, StepWork work, Optional<String> name, Leftovers leftovers, Executor steps) {
    this.cancellation = new StepCancellation(steps);
    this.leftovers = leftovers;
    this.cell = new TaskCell<>(name, cancellation::request);
    this.plan = plan;
    this.work = work;
  }

  /** Queues the first step; until its end the task is in the sight of its leftovers. */
  Task<R> start(Executor steps, BooleanSupplier modelIsClosed) {
    leftovers.add(this);
    cell.whenDone(ended -> leftovers.remove(this));
    queue(steps, modelIsClosed);
    return cell;
  }

  /**
   * Runs the body to its end while the calling thread waits, which passes an interrupt on as a
   * cancellation.
   *
   * @param model in whose sight the run is until its end
   */
  R run(Executor steps, BooleanSupplier modelIsClosed, Leftovers model) throws Exception {
    model.add(this);
    try {
      queue(steps, modelIsClosed);
      Outcome<R> outcome = awaitCancelling();
      leftovers.cancelAndAwaitAll();
      return outcome.get();
    } finally {
      model.remove(this);
    }
  }

  private Outcome<R> awaitCancelling() throws InterruptedException {
    try {
      return cell.awaitOutcome();
    } catch (InterruptedException interrupt) {
      leftovers.add(this);
      leftovers.cancelAndAwaitAll();
      throw interrupt;
    }
  }

  /** Asks whether the model is closed only now: it waits for what it has seen before. */
  private void queue(Executor steps, BooleanSupplier modelIsClosed) {
    if (modelIsClosed.getAsBoolean()) {
      cell.complete(Outcome.of(Closed.refusal()));
      return;
    }
    try {
      steps.execute(this);
    } catch (RuntimeException refused) {
      cell.complete(Outcome.of(refused));
    }
  }

  @Override
  public void run() {
    if (!cancellation.begin()) {
      cell.complete(Outcome.of(new CancellationException("cancelled before it began")));
      return;
    }
    try {
      work.begin(plan, this, this);
    } catch (Throwable notBegun) {
      accept(Outcome.of(notBegun));
    }
  }

  /** The body has ended. */
  @Override
  public void accept(Outcome<R> ended) {
    cell.complete(cancellation.end(ended));
  }

  @Override
  public StepCancellation cancellation() {
    return cancellation;
  }

  @Override
  public Leftovers leftovers() {
    return leftovers;
  }

  @Override
  public boolean isOf(Task<?> task) {
    return task == cell;
  }

  @Override
  public void cancel() {
    cell.cancel();
  }

  @Override
  public void awaitEnd() throws InterruptedException {
    cell.awaitOutcome();
  }
}
