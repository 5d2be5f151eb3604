package dev.heddle.model.random;

import dev.heddle.plan.ReturnWhen;
import java.util.List;

/**
 * What a random plan does, as immutable data that can be compared, printed as Java ({@link
 * JavaText}) and shrunk. Each node is run at most once, and what it names is numbered: gates and
 * permits freely, tasks, groups and places in a queue each once ({@link Linker}).
 */
sealed interface Script {

  /** The value of everything that is done for its effect. */
  String UNIT = "unit";

  record NoOp() implements Script {}

  record Value(int value) implements Script {}

  /** Fails with the planted failure of that number. */
  record Fail(int number) implements Script {}

  record Call(int value) implements Script {}

  /** A call that throws the planted failure of that number. */
  record Throw(int number) implements Script {}

  /** Raises a cancellation that nobody requested. */
  record RaiseCancellation() implements Script {}

  record SleepZero() implements Script {}

  /** Sleeps for hours: only a cancellation ends it. */
  record SleepHours() implements Script {}

  /** Waits for what never happens: only a cancellation ends it. */
  record Forever() implements Script {}

  /** Arrives at a gate and waits until it is open. */
  record Pass(int gate) implements Script {}

  /** Waits until somebody has arrived at a gate. */
  record AwaitArrival(int gate) implements Script {}

  record Open(int gate) implements Script {}

  /** Cancels the task that this is part of, and goes on. */
  record CancelSelf() implements Script {}

  record Then(Script first, Script next) implements Script {}

  record Recover(Script attempt, Script handler) implements Script {}

  record OnCancel(Script attempt, Script handler) implements Script {}

  /** Starts a task, and goes on with {@code rest}, which knows it. */
  record Start(int task, Script body, Script rest) implements Script {}

  record Await(int task) implements Script {}

  record Cancel(int task) implements Script {}

  /** Yields the numbers of the tasks that were done. */
  record Wait(List<Integer> tasks, ReturnWhen until, Limit limit) implements Script {}

  record Gather(List<Script> children) implements Script {}

  record Outcomes(List<Script> children) implements Script {}

  record Group(List<Script> children) implements Script {}

  record Race(List<Script> children) implements Script {}

  /**
   * Takes so many completions, or as many as there are, and yields how each ended. A child that is
   * no {@link Await} is a task numbered {@code firstTask} plus its position.
   */
  record AsCompleted(int firstTask, List<Script> children, int take, Limit limit)
      implements Script {}

  record OpenGroup(int group, Script body) implements Script {}

  /** Adds a task to a group, and goes on with {@code rest}, which knows it. */
  record Add(int group, int task, Script child, Script rest) implements Script {}

  record Within(Script work, Limit limit) implements Script {}

  /** Yields the block's value and whether the deadline had passed. */
  record Timeout(Script block, Limit limit) implements Script {}

  /**
   * Runs the body while holding a permit.
   *
   * @param permits which of the run's semaphores
   * @param ticket who this is in its queue
   */
  record Bounded(Permit permits, int ticket, Script body) implements Script {}

  /** Shields an {@link Await}'s task, or starts a task of that number and shields it. */
  record Shield(int task, Script inner) implements Script {}

  /** A time limit of which it is known whether it passes, however slow the machine is. */
  enum Limit {
    NONE,
    /** Never passes. */
    HOURS,
    /** Has passed from the beginning. */
    ZERO,
    /** May pass at any moment, and does if the work waits for ever. */
    SHORT
  }

  /** The semaphores of a run. */
  enum Permit {
    SINGLE(1),
    PAIR(2);

    private final int count;

    Permit(int count) {
      this.count = count;
    }

    int count() {
      return count;
    }
  }
}
