package dev.heddle.model.random;

import static dev.heddle.model.random.Ending.CANCELLED;
import static dev.heddle.model.random.Steps.go;

import dev.heddle.model.random.Ending.Failure.Known;
import dev.heddle.model.random.Proc.Done;
import dev.heddle.model.random.Proc.Limited;
import dev.heddle.model.random.Script.Limit;
import java.util.ArrayList;
import java.util.List;

/** The steps of work under a limit. */
final class LimitSteps {

  private static final Ending TIMED_OUT = Ending.failed(Known.TIMED_OUT);

  private final Steps steps;
  private final Limited limited;
  private final boolean requested;

  LimitSteps(Steps steps, Limited limited, boolean requested) {
    this.steps = steps;
    this.limited = limited;
    this.requested = requested;
  }

  List<Move> all() {
    if (limited.work() instanceof Done(Ending ending)) {
      return exits(ending);
    }
    List<Move> moves = new ArrayList<>();
    for (Move move : steps.from(limited.work(), requested || limited.pending())) {
      moves.add(around(move));
    }
    if (limited.limit() == Limit.SHORT && !limited.fired()) {
      moves.add(go(limited.fire(), requested)); // TO2, TO14
    }
    return moves;
  }

  /** A delivery takes the limit's own request and one from outside together. */
  private Move around(Move move) {
    boolean before = requested || limited.pending();
    boolean delivered = before && !move.requested();
    boolean raisedAgain = !before && move.requested();
    boolean own = raisedAgain && limited.fired() && !limited.outside();
    Limited after =
        new Limited(
            limited.asBlock(),
            limited.limit(),
            move.to(),
            limited.fired(),
            !delivered && (limited.pending() || own),
            limited.noticed() || (delivered && limited.pending()),
            limited.outside() || (delivered && requested),
            delivered ? requested : limited.outsideLast());
    boolean outer = !delivered && (requested || (raisedAgain && !own));
    return go(Local.limited(after), outer, move.effect());
  }

  /** How work can end whose limit has passed. */
  private List<Move> exits(Ending ending) {
    if (ending.equals(CANCELLED)) {
      return cancelled();
    }
    List<Move> moves = new ArrayList<>();
    if (!limited.asBlock()) {
      moves.add(go(new Done(ending), requested)); // TO7, TO8
      if (!limited.noticed() && ending.isValue()) {
        moves.add(go(new Done(TIMED_OUT), requested)); // T16: the work never saw the request.
      }
      return moves;
    }
    if (limited.noticed()) {
      moves.add(go(new Done(Local.blockEnding(ending, true)), requested)); // TO16, TO17
    }
    if (!limited.noticed() || limited.outside()) {
      moves.add(go(new Done(Local.blockEnding(ending, false)), requested)); // TO15
    }
    return moves;
  }

  /**
   * TO2, TO14 if it was the limit's, TO10, TO19 if it was another; either if it may be both, but
   * one from outside is not lost.
   */
  private List<Move> cancelled() {
    Move timedOut = go(new Done(TIMED_OUT), requested || limited.outsideLast());
    if (limited.noticed() && !limited.outside() && !requested) {
      return List.of(timedOut);
    }
    return List.of(timedOut, go(new Done(CANCELLED), requested), go(new Done(CANCELLED), false));
  }
}
