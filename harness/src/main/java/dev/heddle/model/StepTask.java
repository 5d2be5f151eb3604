package dev.heddle.model;

import dev.heddle.plan.Start;
import dev.heddle.task.Leftovers;
import dev.heddle.task.Outcome;
import dev.heddle.task.StepCancellation;
import dev.heddle.task.Task;
import dev.heddle.task.TaskCell;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/** A task whose body runs in steps. */
final class StepTask<R> implements Runnable, StepBody, Consumer<Outcome<R>> {

  private final StepCancellation cancellation;
  private final Leftovers leftovers;
  private final TaskCell<R> cell;
  private final Start<R> start;
  private final StepWork work;

  /** A task that has not been queued. What its body leaves behind goes to {@code leftovers}. */
  StepTask(Start<R> start, StepWork work, Leftovers leftovers) {
    this.cancellation = new StepCancellation(work);
    this.leftovers = leftovers;
    this.cell = new TaskCell<>(start.name(), cancellation);
    this.start = start;
    this.work = work;
  }

  /** Queues the first step; until its end the task is in the sight of its leftovers. */
  TaskCell<R> start(ModelLife life) {
    leftovers.add(cell);
    return queue(life);
  }

  /**
   * Queues the first step of a task that is in somebody's sight. Whether the model is closed is
   * asked only then: it waits for what it has seen before.
   */
  TaskCell<R> queue(ModelLife life) {
    if (life.isClosed()) {
      end(Outcome.of(ModelLife.refusal()));
      return cell;
    }
    try {
      work.execute(this);
    } catch (RuntimeException refused) {
      end(Outcome.of(refused));
    }
    return cell;
  }

  @Override
  public void run() {
    if (!cancellation.begin()) {
      end(Outcome.of(new CancellationException("cancelled before it began")));
      return;
    }
    try {
      work.begin(start.body(), this, this);
    } catch (Throwable notBegun) {
      accept(Outcome.of(notBegun));
    }
  }

  /** The body has ended. */
  @Override
  public void accept(Outcome<R> ended) {
    end(cancellation.end(ended));
  }

  private void end(Outcome<R> outcome) {
    leftovers.complete(cell, outcome);
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
  public TaskCell<R> task() {
    return cell;
  }

  @Override
  public boolean isOf(Task<?> task) {
    return task == cell;
  }
}
