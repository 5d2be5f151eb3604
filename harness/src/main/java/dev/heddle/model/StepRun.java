package dev.heddle.model;

import dev.heddle.plan.Plan;
import dev.heddle.plan.Start;
import dev.heddle.task.Leftovers;
import dev.heddle.task.NonBlocking;
import dev.heddle.task.Task;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A run of a plan in steps, while its caller's thread waits. An interrupt of that thread cancels
 * it, and so does the model when it is closed meanwhile.
 */
final class StepRun<R> implements Leftovers.Leftover {

  private final StepTask<R> main;
  private final Leftovers leftovers;
  private boolean ended;

  private StepRun(Plan<R> plan, StepWork work, Leftovers leftovers) {
    this.leftovers = leftovers;
    this.main = new StepTask<>(new Start<>(plan), work, leftovers);
  }

  /** Runs a plan in the sight of the model, and cleans up after it. */
  static <R> R run(Plan<R> plan, StepWork work, ModelLife life) throws Exception {
    life.refuseIfClosed();
    NonBlocking.refuse("Running a plan");
    StepRun<R> run = new StepRun<>(plan, work, life.leftovers().ofAnother());
    life.leftovers().add(run);
    try {
      return run.await(life);
    } finally {
      run.close();
      life.leftovers().remove(run);
    }
  }

  private R await(ModelLife life) throws Exception {
    Task<R> task = main.queue(life);
    Optional<InterruptedException> interrupt = awaitCancelling(task);
    if (interrupt.isPresent() && task.isCancelled()) {
      throw interrupt.get();
    }
    return task.result();
  }

  /** Each interrupt is a request; the first is what comes out of the run. */
  private Optional<InterruptedException> awaitCancelling(Task<R> task) {
    Optional<InterruptedException> first = Optional.empty();
    while (!task.isDone()) {
      try {
        main.task().awaitEnd();
      } catch (InterruptedException interrupt) {
        task.cancel();
        first = first.or(() -> Optional.of(interrupt));
      }
    }
    return first;
  }

  /** Cancels and awaits what the run has left behind. */
  private void close() {
    leftovers.cancelAndAwaitAll();
    synchronized (this) {
      ended = true;
      notifyAll();
    }
  }

  @Override
  public void requestCancel() {
    main.task().cancel();
  }

  @Override
  public synchronized void awaitEnd() throws InterruptedException {
    while (!ended) {
      wait();
    }
  }

  @Override
  public void tasks(Consumer<? super Task<?>> each) {
    main.task().tasks(each);
    leftovers.tasks(each);
  }
}
