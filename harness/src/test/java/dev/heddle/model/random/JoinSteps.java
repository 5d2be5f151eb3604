package dev.heddle.model.random;

import static dev.heddle.model.random.Ending.CANCELLED;
import static dev.heddle.model.random.Local.value;
import static dev.heddle.model.random.Steps.go;

import dev.heddle.model.random.Ending.Failure;
import dev.heddle.model.random.Proc.Done;
import dev.heddle.model.random.Proc.Join;
import dev.heddle.model.random.Proc.Joining;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The steps of a flow that waits for children: gather, outcomes, group and race. */
final class JoinSteps {

  private final Steps steps;
  private final Joining joining;
  private final boolean requested;

  JoinSteps(Steps steps, Joining joining, boolean requested) {
    this.steps = steps;
    this.joining = joining;
    this.requested = requested;
  }

  List<Move> all() {
    List<Move> moves = new ArrayList<>();
    for (int i = 0; i < joining.children().size(); i++) {
      moves.addAll(ofChild(i));
    }
    if (mustAbort()) {
      moves.add(go(joining.requestAll(true, joining.cancelled()), requested));
    }
    if (requested) {
      moves.addAll(deliver());
    }
    moves.addAll(resume());
    return moves;
  }

  private List<Move> ofChild(int index) {
    Flow child = joining.children().get(index);
    return steps.from(child.at(), child.requested()).stream()
        .map(
            move ->
                move.within(to -> joining.withChild(index, new Flow(to, move.requested())))
                    .withRequested(requested))
        .toList();
  }

  /** TG4 for a group, and a race that has a winner: the others are cancelled. */
  private boolean mustAbort() {
    return !joining.aborted()
        && !joining.allDone()
        && switch (joining.join()) {
          case GROUP -> joining.anyFailed();
          case RACE -> joining.first().isPresent();
          case GATHER, OUTCOMES -> false;
        };
  }

  /** G12, G20, GE4: a cancellation goes to all children that have not ended. */
  private List<Move> deliver() {
    if (joining.allDone() || isDecidedGather()) {
      return List.of(); // See resume().
    }
    Move pass = go(joining.requestAll(joining.aborted(), true), false);
    if (!joining.aborted() && !joining.cancelled()) {
      return List.of(pass);
    }
    // TG20 sends no second one; asyncio's gather does.
    return List.of(pass, go(joining.notedCancellation(), false));
  }

  private boolean isDecidedGather() {
    return joining.join() == Join.GATHER && joining.first().isPresent() && !joining.cancelled();
  }

  private List<Move> resume() {
    if (!isDecidedGather() && !joining.allDone()) {
      return List.of();
    }
    return switch (joining.join()) {
      case GATHER -> gather();
      case OUTCOMES -> outcomes();
      case GROUP -> group();
      case RACE -> race();
    };
  }

  /** One more request that comes before the first is noticed may merge with it. */
  private List<Move> afterCancellation(Ending ending) {
    Move move = go(new Done(ending), requested);
    return requested ? List.of(move, move.withRequested(false)) : List.of(move);
  }

  /** G1, G5, G6, G9, G15–G17: the first that gave no value decides, whatever the others do. */
  private List<Move> gather() {
    if (joining.cancelled()) {
      return afterCancellation(joining.first().orElse(CANCELLED));
    }
    Proc to = joining.first().<Proc>map(Done::new).orElseGet(this::values);
    List<Flow> running =
        joining.children().stream().filter(child -> child.ending().isEmpty()).toList();
    return steps.suspended(requested, List.of(go(to, requested))).stream()
        .map(
            move ->
                new Move(move.to(), move.requested(), w -> w.leaveBehind(running, steps.task())))
        .toList();
  }

  /** GE1–GE5: the endings themselves, unless the whole was cancelled. */
  private List<Move> outcomes() {
    return joining.cancelled()
        ? afterCancellation(CANCELLED)
        : steps.suspended(
            requested, List.of(go(value(List.<Object>copyOf(joining.endings())), requested)));
  }

  /**
   * TG8, TG14–TG16: all failures and no cancellation; without failures, a child that was cancelled
   * leaves a value missing. With failures, a cancellation from outside may be dropped or go on.
   */
  private List<Move> group() {
    if (joining.anyFailed()) {
      Done failed = new Done(grouped());
      return joining.cancelled()
          ? List.of(go(failed, true), go(failed, false))
          : List.of(go(failed, requested));
    }
    if (joining.cancelled()) {
      return afterCancellation(CANCELLED);
    }
    Proc to = joining.endings().contains(CANCELLED) ? new Done(CANCELLED) : values();
    return steps.suspended(requested, List.of(go(to, requested)));
  }

  /** The first value, else all failures; a cancellation may come before or after the winner. */
  private List<Move> race() {
    if (joining.cancelled()) {
      List<Move> ways = new ArrayList<>(afterCancellation(CANCELLED));
      joining.first().ifPresent(winner -> ways.add(go(new Done(winner), true)));
      return ways;
    }
    Ending ending = joining.first().orElseGet(() -> joining.anyFailed() ? grouped() : CANCELLED);
    return steps.suspended(requested, List.of(go(new Done(ending), requested)));
  }

  private Proc values() {
    return value(
        joining.endings().stream().map(ending -> ((Ending.Value) ending).value()).toList());
  }

  private Ending grouped() {
    Set<Failure> failures = new HashSet<>();
    for (Ending ending : joining.endings()) {
      if (ending instanceof Ending.Failed(Failure failure)) {
        failures.add(failure);
      }
    }
    return Ending.failed(new Failure.Grouped(failures));
  }
}
