package dev.heddle.model;

import dev.heddle.plan.Await;
import dev.heddle.plan.Plan;
import dev.heddle.task.Leftovers;
import dev.heddle.task.Outcome;
import dev.heddle.task.StepCancellation;
import dev.heddle.task.Task;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/** A child of a pattern whose body runs in steps. Nobody else can hold it, so it is no task. */
final class StepChild<T> implements Runnable, StepBody, Consumer<Outcome<T>> {

  private final StepCancellation cancellation;
  private final Plan<T> plan;
  private final StepWork work;
  private final int index;
  private final FanIn siblings;
  private final StepBody parent;

  StepChild(Plan<T> plan, StepWork work, int index, FanIn siblings, StepBody parent) {
    this.cancellation = new StepCancellation(work);
    this.plan = plan;
    this.work = work;
    this.index = index;
    this.siblings = siblings;
    this.parent = parent;
  }

  @Override
  public void run() {
    if (!cancellation.begin()) {
      if (plan instanceof Await<?>(Task<?> task)) {
        siblings.cancelInstead(index, task);
        return;
      }
      reject(new CancellationException("cancelled before it began"));
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
  public void accept(Outcome<T> ended) {
    switch (cancellation.end(ended)) {
      case Outcome.Success<T>(T value) -> siblings.succeeded(index, value);
      case Outcome<T> bad -> siblings.failed(index, bad);
    }
  }

  /** Ends a child that never ran. */
  void reject(Throwable reason) {
    siblings.failed(index, Outcome.of(reason));
  }

  @Override
  public StepCancellation cancellation() {
    return cancellation;
  }

  @Override
  public Leftovers leftovers() {
    return parent.leftovers();
  }

  @Override
  public Task<?> task() {
    return parent.task();
  }
}
