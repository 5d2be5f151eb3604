package dev.heddle.model.random;

import dev.heddle.model.random.Script.Limit;
import dev.heddle.model.random.Script.Permit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How far a script has got, as an immutable term: the state of the reference between two steps. */
sealed interface Proc {

  /** Has not begun. */
  record New(Script script) implements Proc {}

  record Done(Ending ending) implements Proc {}

  /** Has done what others can see, and is about to end; they may be faster. */
  record Acted(Ending ending) implements Proc {}

  /** Is about to do what others can see, or to suspend. */
  record At(Script script) implements Proc {}

  record AtGate(int gate) implements Proc {}

  record Seq(Proc first, Script next) implements Proc {}

  record Recovering(Proc attempt, Script handler) implements Proc {}

  record Catching(Proc attempt, Script handler) implements Proc {}

  /** Waits for a task, having passed a cancellation on to it or not. */
  record Awaiting(int task, boolean passedOn) implements Proc {}

  record Shielded(int task) implements Proc {}

  record Queued(Permit permits, int ticket, Script body) implements Proc {}

  record Holding(Permit permits, Proc body) implements Proc {}

  /**
   * Waits for children.
   *
   * @param first the ending that decides, if there has been one
   * @param aborted whether the pattern itself has cancelled those that still run
   * @param cancelled whether a cancellation from outside has been passed on to the children
   */
  record Joining(
      Join join, List<Flow> children, Optional<Ending> first, boolean aborted, boolean cancelled)
      implements Proc {

    Joining(Join join, List<Script> scripts) {
      this(join, scripts.stream().map(Flow::new).toList(), Optional.empty(), false, false);
    }

    Joining withChild(int index, Flow child) {
      List<Flow> changed = new ArrayList<>(children);
      changed.set(index, child);
      Optional<Ending> ending = child.ending();
      return new Joining(
          join,
          List.copyOf(changed),
          first.isPresent() ? first : ending.filter(join::isDecidedBy),
          aborted,
          cancelled);
    }

    Joining requestAll(boolean nowAborted, boolean nowCancelled) {
      List<Flow> asked = children.stream().map(Flow::afterRequest).toList();
      return new Joining(join, asked, first, nowAborted, nowCancelled);
    }

    /** After a cancellation from outside that goes to no child. */
    Joining notedCancellation() {
      return new Joining(join, children, first, aborted, true);
    }

    boolean allDone() {
      return children.stream().allMatch(child -> child.ending().isPresent());
    }

    boolean anyFailed() {
      return endings().stream().anyMatch(Ending::isFailure);
    }

    List<Ending> endings() {
      return children.stream().flatMap(child -> child.ending().stream()).toList();
    }
  }

  /** The patterns that wait for children which are no tasks. */
  enum Join {
    GATHER,
    OUTCOMES,
    GROUP,
    RACE;

    /** G5, G11: a gather by the first that gives no value; a race by the first that does. */
    boolean isDecidedBy(Ending ending) {
      return switch (this) {
        case GATHER -> !ending.isValue();
        case RACE -> ending.isValue();
        case OUTCOMES, GROUP -> false;
      };
    }
  }

  /**
   * Work under a limit.
   *
   * @param asBlock whether it is a Timeout, a Within otherwise
   * @param fired whether the limit has passed
   * @param pending whether the request that the limit made has not been delivered yet
   * @param noticed whether it has been delivered
   * @param outside whether a cancellation from outside has been delivered to the work
   * @param outsideLast whether that was the last one that was delivered, be it with the limit's own
   */
  record Limited(
      boolean asBlock,
      Limit limit,
      Proc work,
      boolean fired,
      boolean pending,
      boolean noticed,
      boolean outside,
      boolean outsideLast)
      implements Proc {

    Limited(boolean asBlock, Limit limit, Proc work) {
      this(asBlock, limit, work, false, false, false, false, false);
    }

    Limited fire() {
      return new Limited(asBlock, limit, work, true, true, noticed, outside, outsideLast);
    }
  }

  /**
   * The body of an open group, or if that is done, the wait for the children.
   *
   * @param aborted whether the group is shutting down
   * @param pending whether the request by which it cancels the body has not been delivered yet
   * @param underWay whether one from outside has been passed on to the body and not been delivered
   * @param outside whether a cancellation from outside has been delivered to the body
   * @param cancelled whether one was delivered while waiting for the children
   */
  record Grouping(
      int group,
      Proc body,
      boolean aborted,
      boolean pending,
      boolean underWay,
      boolean outside,
      boolean cancelled)
      implements Proc {

    Grouping(int group, Proc body) {
      this(group, body, false, false, false, false, false);
    }

    Grouping passOn(boolean nowUnderWay) {
      return new Grouping(group, body, aborted, pending, nowUnderWay, outside, cancelled);
    }

    Grouping abort(boolean nowPending, boolean nowCancelled) {
      return new Grouping(group, body, true, nowPending, underWay, outside, nowCancelled);
    }
  }

  /**
   * Takes completions.
   *
   * @param untaken the tasks that may still come
   * @param inTime once the limit has passed, those of them that had ended by then
   */
  record Consuming(
      Set<Integer> untaken,
      int left,
      Limit limit,
      Optional<Set<Integer>> inTime,
      List<Object> taken)
      implements Proc {}
}
