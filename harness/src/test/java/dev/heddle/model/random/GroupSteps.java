package dev.heddle.model.random;

import static dev.heddle.model.random.Ending.CANCELLED;
import static dev.heddle.model.random.Steps.go;

import dev.heddle.model.random.Ending.Failure;
import dev.heddle.model.random.Proc.Done;
import dev.heddle.model.random.Proc.Grouping;
import dev.heddle.model.random.World.Phase;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The steps of an open group: of its body, then of the wait for its children. */
final class GroupSteps {

  private final Steps steps;
  private final Grouping grouping;
  private final boolean requested;

  GroupSteps(Steps steps, Grouping grouping, boolean requested) {
    this.steps = steps;
    this.grouping = grouping;
    this.requested = requested;
  }

  List<Move> all() {
    List<Move> moves = new ArrayList<>();
    Optional<Ending> body =
        grouping.body() instanceof Done(Ending ending) ? Optional.of(ending) : Optional.empty();
    if (mustAbort(body)) {
      moves.add(abort(body.isEmpty()));
    }
    if (body.isEmpty()) {
      moves.addAll(ofBody());
    } else if (grouping.underWay()) {
      moves.add(go(grouping.passOn(false), true));
    } else if (!childrenDone()) {
      if (requested) {
        moves.addAll(deliver());
      }
    } else if (!mustAbort(body)) {
      moves.addAll(exits(body.orElseThrow()));
    }
    return moves;
  }

  /**
   * On a model whose group bodies are flows of their own, a request takes a step to get there, and
   * does not merge with one that comes after that.
   */
  private List<Move> ofBody() {
    List<Move> moves = new ArrayList<>();
    boolean toldOrAsked = requested || grouping.pending() || grouping.underWay();
    for (Move move : steps.from(grouping.body(), toldOrAsked)) {
      moves.add(around(move, toldOrAsked));
    }
    if (requested && !grouping.underWay()) {
      moves.add(go(grouping.passOn(true), false));
    }
    return moves;
  }

  /** TG4, TG11, TG17: a failure, or a body that is cancelled, ends the rest. */
  private boolean mustAbort(Optional<Ending> body) {
    return !grouping.aborted()
        && (!childFailures().isEmpty() || body.filter(ending -> !ending.isValue()).isPresent());
  }

  /** TG5: a body that still runs is cancelled too. */
  private Move abort(boolean bodyRuns) {
    return go(
        grouping.abort(bodyRuns, grouping.cancelled()),
        requested,
        w -> w.shutDown(grouping.group()));
  }

  /** A delivery takes the group's own request and one from outside together. */
  private Move around(Move move, boolean before) {
    boolean delivered = before && !move.requested();
    boolean raisedAgain = !before && move.requested();
    boolean own = raisedAgain && grouping.aborted() && !grouping.outside();
    Grouping after =
        new Grouping(
            grouping.group(),
            move.to(),
            grouping.aborted(),
            !delivered && (grouping.pending() || own),
            !delivered && grouping.underWay(),
            grouping.outside() || (delivered && (requested || grouping.underWay())),
            grouping.cancelled());
    boolean outer = !delivered && (requested || (raisedAgain && !own));
    return go(after, outer, move.effect());
  }

  /**
   * TG16; TG20: what has been cancelled once is not cancelled again, or is, by one from outside.
   */
  private List<Move> deliver() {
    Grouping after = grouping.abort(false, true);
    Move pass = go(after, false, w -> w.shutDown(grouping.group()));
    return grouping.aborted() ? List.of(pass, go(after, false)) : List.of(pass);
  }

  private List<Move> exits(Ending body) {
    UnaryOperator<World> finish = w -> w.withPhase(grouping.group(), Phase.FINISHED);
    Set<Failure> failures = new HashSet<>(childFailures());
    if (body instanceof Ending.Failed(Failure failure)) {
      failures.add(failure);
    }
    if (!failures.isEmpty()) {
      return failed(new Done(Ending.failed(new Failure.Grouped(failures))), body, finish);
    }
    if (grouping.cancelled() || body.equals(CANCELLED)) {
      Move cancelled = go(new Done(CANCELLED), requested, finish); // TG16–TG18
      return requested ? List.of(cancelled, cancelled.withRequested(false)) : List.of(cancelled);
    }
    return steps.suspended(requested, List.of(go(new Done(body), requested))).stream()
        .map(move -> go(move.to(), move.requested(), finish)) // TG1–TG3, TG14
        .toList();
  }

  /**
   * TG6, TG8, TG9, TG12: all failures, and the owner is as before. A cancellation from outside
   * stays pending; where the body may have swallowed it, it may be gone.
   */
  private List<Move> failed(Done failed, Ending body, UnaryOperator<World> finish) {
    if (requested || grouping.cancelled() || (grouping.outside() && body.equals(CANCELLED))) {
      return List.of(go(failed, true, finish));
    }
    return grouping.outside()
        ? List.of(go(failed, true, finish), go(failed, false, finish))
        : List.of(go(failed, false, finish));
  }

  private boolean childrenDone() {
    return steps.world().children(grouping.group()).noneMatch(World.Root::isUnfinished);
  }

  private Set<Failure> childFailures() {
    Set<Failure> failures = new HashSet<>();
    steps
        .world()
        .children(grouping.group())
        .forEach(
            root -> {
              if (root.flow().at() instanceof Done(Ending.Failed(Failure failure))) {
                failures.add(failure);
              }
            });
    return failures;
  }
}
